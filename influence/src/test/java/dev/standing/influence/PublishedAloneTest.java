package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.SettleProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published depends on bases, ties, consents and the day, bit for bit, and not on how it was come by. */
class PublishedAloneTest {
    private static final int WORLDS = Worlds.share(200);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void allWaysToACommunityPublishTheSame() throws IOException {
        for (int seed = 0; seed < WORLDS; seed++) {
            Town town = new Town(seed);
            double[] settled = town.loaded(town.ties, 1);

            assertThat(town.loaded(town.ties, 2))
                    .as("two threads, seed %d", seed)
                    .isEqualTo(settled);
            List<Worlds.Tie> shuffled = new ArrayList<>(town.ties);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(town.loaded(shuffled, 1)).as("shuffled, seed %d", seed).isEqualTo(settled);

            InfluenceEngine grown = town.grown();
            assertThat(town.scores(grown)).as("grown, seed %d", seed).isEqualTo(settled);
            Path file = folder.resolve("town");
            grown.snapshot(file);
            assertThat(town.scores(InfluenceEngine.restore(file, 2)))
                    .as("restored, seed %d", seed)
                    .isEqualTo(settled);
        }
    }

    /** Friends of all sorts, two of whom everybody knows. */
    private static final class Town {
        final SplittableRandom random;
        final InfluencePolicy policy;
        final double epsPoints;
        final double[] bases;
        final boolean[] consents;
        final List<Worlds.Tie> ties = new ArrayList<>();
        /** Who joins when. */
        final int[] order;

        Town(int seed) {
            random = new SplittableRandom(seed);
            int k = 1 + random.nextInt(10);
            double share = random.nextInt(4) == 0 ? 0.2 : 0.05;
            policy = random.nextBoolean()
                    ? new InfluencePolicy(Mode.BOOST_ONLY, k, share, 30, 0, 0, 0, 1 + random.nextInt(3), 50)
                    : new InfluencePolicy(Mode.TWO_WAY, k, share, 60, 0.05, 30, 0, 1 + random.nextInt(3), 20);
            epsPoints = random.nextBoolean() ? 0.1 : 0.01;
            int n = 20 + random.nextInt(130);
            bases = new double[n];
            consents = new boolean[n];
            order = new int[n];
            for (int i = 0; i < n; i++) {
                bases[i] = 350 + random.nextInt(601);
                consents[i] = random.nextInt(20) > 0;
                int at = random.nextInt(i + 1);
                order[i] = order[at];
                order[at] = i;
                for (int j = 0; j < i; j++) {
                    if (random.nextInt(j < 2 ? 2 : n / 6) == 0) {
                        ties.add(new Worlds.Tie(i, j, Worlds.weight(random)));
                    }
                }
            }
        }

        double[] loaded(List<Worlds.Tie> tiesInOrder, int threads) {
            InfluenceEngine engine = InfluenceEngine.load(
                    policy,
                    epsPoints,
                    0,
                    bases.length,
                    i -> bases[i],
                    Worlds::place,
                    i -> consents[i],
                    sink -> tiesInOrder.forEach(t -> sink.tie(t.a(), t.b(), t.weight())));
            engine.settle(threads, SettleProgress.SILENT);
            double[] scores = new double[bases.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = engine.score(i);
            }
            return scores;
        }

        /** Comes to the same by many small changes and detours. */
        InfluenceEngine grown() {
            InfluenceEngine engine = InfluenceEngine.create(policy, epsPoints, 0);
            int[] ids = new int[bases.length];
            for (int i : order) {
                ids[i] = engine.join(350 + random.nextInt(601), Worlds.place(i));
                engine.grantConsent(ids[i]);
            }
            for (Worlds.Tie tie : ties) {
                engine.tie(ids[tie.a()], ids[tie.b()], Worlds.weight(random));
                if (random.nextInt(4) == 0) {
                    detour(engine, ids);
                    engine.commit();
                }
            }
            for (Worlds.Tie tie : ties) {
                engine.tie(ids[tie.a()], ids[tie.b()], tie.weight());
                if (random.nextInt(4) == 0) {
                    engine.commit();
                }
            }
            for (int i : order) {
                engine.changeBase(ids[i], bases[i]);
                if (!consents[i]) {
                    engine.withdrawConsent(ids[i]);
                }
                engine.commit();
            }
            return engine;
        }

        private void detour(InfluenceEngine engine, int[] ids) {
            Worlds.Tie tie = ties.get(random.nextInt(ties.size()));
            int a = ids[tie.a()];
            switch (random.nextInt(3)) {
                case 0 -> engine.changeBase(a, 350 + random.nextInt(601));
                case 1 -> {
                    engine.withdrawConsent(a);
                    engine.commit();
                    engine.grantConsent(a);
                }
                default -> {
                    engine.tie(a, ids[tie.b()], 1);
                    engine.commit();
                    engine.sever(a, ids[tie.b()], 0);
                }
            }
        }

        double[] scores(InfluenceEngine grown) {
            double[] scores = new double[bases.length];
            for (int at = 0; at < order.length; at++) {
                scores[order[at]] = grown.score(at);
            }
            return scores;
        }
    }
}
