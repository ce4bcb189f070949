package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * An attacker with accounts of their own, whose bases, ties, weights and consents they choose, looks at what is published of them, in full
 * precision. Worlds that differ in a victim's base alone, and in the secret place of the victim's steps, look the same to them,
 * however long they look: so each of those bases is possible. The bases span a step or more.
 */
class ReadingAFriendTest {
    private static final int ACCOUNTS = 20;
    private static final int VICTIM = 0;
    private static final int OBSERVATIONS = 10_000;
    private static final int STEP = 50;
    private static final int HEARD = 600;

    @Test
    void tenThousandObservationsLeaveTwoSteps() {
        for (InfluencePolicy policy : List.of(InfluencePolicy.boostOnly(), InfluencePolicy.twoWay())) {
            List<World> worlds = new ArrayList<>();
            for (int base = HEARD + 1; base < HEARD + 2 * STEP; base += 7) {
                // The steps begin somewhere so that the base is heard as 600.
                double place = Math.clamp(base - HEARD - STEP / 2.0, 0, STEP - 1) / STEP;
                worlds.add(new World(policy, base, place));
            }

            attack(new SplittableRandom(1), worlds);
        }
    }

    @Test
    void thirtyDaysOfAMovingVictimLeaveAStep() {
        List<World> worlds = new ArrayList<>();
        for (int shift = 0; shift < STEP; shift += 7) {
            worlds.add(new World(InfluencePolicy.boostOnly(), 500 + shift, shift / (double) STEP));
        }
        SplittableRandom random = new SplittableRandom(2);
        for (int day = 1; day <= 30; day++) {
            int move = random.nextInt(-25, 40);
            for (World world : worlds) {
                world.engine.advanceTo(day);
                world.victimMoves(move);
            }
            attack(random, worlds, OBSERVATIONS / 30);
        }
    }

    @Test
    void theSameAttackTellsBasesThatAreHeardWholeApart() {
        List<World> worlds = new ArrayList<>();
        for (int base = HEARD + 1; base < HEARD + 2 * STEP; base += 33) {
            worlds.add(new World(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), base, 0));
        }
        SplittableRandom random = new SplittableRandom(1);
        int differences = 0;
        for (int n = 0; n < 100; n++) {
            List<Double> first = observe(random.split(), worlds);
            for (World world : worlds) {
                differences += world.observed().equals(first) ? 0 : 1;
            }
        }
        assertThat(differences).isGreaterThan(50);
    }

    private static void attack(SplittableRandom random, List<World> worlds) {
        attack(random, worlds, OBSERVATIONS);
    }

    private static void attack(SplittableRandom random, List<World> worlds, int observations) {
        for (int n = 0; n < observations; n++) {
            List<Double> first = observe(random.split(), worlds);
            for (World world : worlds) {
                assertThat(world.observed())
                        .as("observation %d of %s", n, world)
                        .isEqualTo(first);
            }
        }
    }

    /** The attacker does the same in all worlds, as they look the same. */
    private static List<Double> observe(SplittableRandom choice, List<World> worlds) {
        Action action = Action.draw(choice);
        worlds.forEach(world -> action.in(world.engine));
        return worlds.getFirst().observed();
    }

    /** What an attacker may do next; accounts are 1 to 20. */
    private record Action(int kind, int account, int other, double base, double weight) {
        static Action draw(SplittableRandom random) {
            return new Action(
                    random.nextInt(12),
                    1 + random.nextInt(ACCOUNTS),
                    1 + random.nextInt(ACCOUNTS),
                    // Often beside a score that is heard otherwise a little further on, as a relay of what it hears has
                    // to be.
                    random.nextBoolean()
                            ? 350 + random.nextInt(601)
                            : 360 + 10 * random.nextInt(59) - random.nextInt(8192) / 4096.0,
                    (1 + random.nextInt(255)) / 255.0);
        }

        void in(InfluenceEngine engine) {
            switch (kind) {
                case 0, 1, 2 -> engine.changeBase(account, base);
                case 3, 4, 5, 6 -> engine.tie(account, VICTIM, weight);
                case 7 -> engine.sever(account, VICTIM, 0);
                case 8 -> engine.withdrawConsent(account);
                case 9 -> engine.grantConsent(account);
                default -> relay(engine);
            }
            engine.commit();
        }

        private void relay(InfluenceEngine engine) {
            if (account != other) {
                engine.grantConsent(account);
                engine.grantConsent(other);
                engine.tie(account, other, weight);
            }
        }
    }

    private static final class World {
        final InfluenceEngine engine;
        private double base;

        World(InfluencePolicy policy, double base, double place) {
            this.base = base;
            engine = InfluenceEngine.create(policy, 0.01, 0);
            engine.join(base, place);
            engine.grantConsent(VICTIM);
            for (int account = 1; account <= ACCOUNTS; account++) {
                engine.join(400 + 20 * account, Worlds.place(account));
                engine.grantConsent(account);
            }
            engine.commit();
        }

        void victimMoves(int points) {
            base += points;
            engine.changeBase(VICTIM, base);
            engine.commit();
        }

        List<Double> observed() {
            List<Double> scores = new ArrayList<>();
            for (int account = 1; account <= ACCOUNTS; account++) {
                scores.add(engine.score(account));
            }
            return scores;
        }

        @Override
        public String toString() {
            return "a victim of " + base;
        }
    }
}
