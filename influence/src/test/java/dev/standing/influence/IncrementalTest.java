package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.BatchOutcome;
import dev.standing.influence.report.Explanation;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IncrementalTest {
    private static final int MOST = 24;

    @Test
    void followsTheReferenceThroughLongSequencesOfEveryChange() {
        for (int seed = 0; seed < Worlds.share(150); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            InfluencePolicy policy = Worlds.policy(random);
            double eps = random.nextInt(3) == 0 ? 0.5 : Worlds.finest(policy);
            new Sequence(random, policy, eps, "seed " + seed).run(100);
        }
    }

    /** Applies the same random changes to the engine and to the reference. */
    private static final class Sequence {
        private final SplittableRandom random;
        private final InfluenceEngine engine;
        private final Reference reference;
        private final String name;
        private final int[] shown = new int[MOST];
        private int joined;

        Sequence(SplittableRandom random, InfluencePolicy policy, double eps, String name) {
            this.random = random;
            this.engine = InfluenceEngine.create(policy, eps, 0);
            this.reference = new Reference(policy, MOST);
            this.name = name;
        }

        void run(int batches) {
            for (int batch = 0; batch < batches; batch++) {
                int changes = random.nextBoolean() ? 1 : random.nextInt(12);
                for (int k = 0; k < changes; k++) {
                    change();
                }
                check(engine.commit());
            }
        }

        private void change() {
            int a = joined == 0 ? -1 : random.nextInt(joined);
            int b = joined == 0 ? -1 : random.nextInt(joined);
            boolean pair = a != b && a >= 0 && reference.here[a] && reference.here[b];
            switch (random.nextInt(16)) {
                case 0, 1 -> join();
                case 2 -> leave(a);
                case 3, 4 -> changeBase(a);
                case 5 -> consent(a, random.nextInt(3) > 0);
                case 6 -> later();
                case 7, 8, 9 -> sever(pair, a, b);
                case 10 -> remember(pair, a, b);
                default -> tie(pair, a, b);
            }
        }

        private void join() {
            if (joined < MOST) {
                double base = Worlds.base(random);
                int id = engine.join(base, Worlds.place(joined));
                assertThat(id).isEqualTo(joined++);
                reference.here[id] = true;
                reference.base[id] = base;
                reference.place[id] = Worlds.place(id);
                consent(id, random.nextInt(5) > 0);
            }
        }

        private void leave(int a) {
            if (a >= 0 && reference.here[a] && random.nextInt(4) == 0) {
                engine.leave(a);
                reference.leave(a);
                shown[a] = 0;
            }
        }

        private void changeBase(int a) {
            if (a >= 0 && reference.here[a]) {
                reference.base[a] = Worlds.base(random);
                engine.changeBase(a, reference.base[a]);
            }
        }

        private void consent(int a, boolean granted) {
            if (a >= 0 && reference.here[a]) {
                reference.consents[a] = granted;
                if (granted) {
                    engine.grantConsent(a);
                } else {
                    engine.withdrawConsent(a);
                }
            }
        }

        private void later() {
            reference.today += random.nextInt(8);
            engine.advanceTo(reference.today);
        }

        private void tie(boolean pair, int a, int b) {
            if (pair) {
                double weight = Worlds.weight(random);
                engine.tie(a, b, weight);
                reference.tie(a, b, weight);
            }
        }

        private void sever(boolean pair, int a, int b) {
            if (pair) {
                int day = reference.today - random.nextInt(3);
                engine.sever(a, b, day);
                reference.sever(a, b, day);
            }
        }

        private void remember(boolean pair, int a, int b) {
            if (pair) {
                int day = reference.today - random.nextInt(50);
                engine.remember(a, b, 0.5, day);
                reference.remember(a, b, 0.5, day);
            }
        }

        private void check(BatchOutcome outcome) {
            double[] exact = reference.published();
            double error = outcome.provenErrorPoints();
            // What is published in steps is decided and exact.
            double off = engine.policy().friendsHearInSteps() > 0 ? 1e-6 : error + 1e-9;
            assertThat(error).as(name).isLessThanOrEqualTo(engine.epsPoints());
            var expected = new TreeSet<Integer>();
            for (int i = 0; i < joined; i++) {
                assertThat(engine.isMember(i)).as(name).isEqualTo(reference.here[i]);
                if (reference.here[i]) {
                    assertThat(engine.score(i)).as("%s member %d", name, i).isCloseTo(exact[i], within(off));
                    if (engine.roundedScore(i) != shown[i]) {
                        expected.add(i);
                        shown[i] = engine.roundedScore(i);
                    }
                    Explanation explanation = engine.explanation(i);
                    assertThat(explanation.scorePoints()).as(name).isEqualTo(engine.score(i));
                }
            }
            assertThat(Arrays.stream(outcome.changedMembers()).sorted().boxed().toList())
                    .as(name)
                    .isEqualTo(expected.stream().toList());
        }
    }
}
