package dev.standing.influence.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.rows.LongRow;
import dev.standing.influence.rows.ToldUnits;
import dev.standing.influence.rows.TopK;
import dev.standing.influence.store.BulkLoad;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An estimate of one long row is not less than the truth, and near it. */
class LongRowTest {
    private static final int K = 10;

    @Test
    void sumsAreNotLessThanTheTruthAndNear() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int ties = seed == 0 ? 1_500 : 1 + random.nextInt(700);
            Star star = new Star(random, ties);
            LongRow row = star.row();
            int most = Reach.most(star.base);

            row.estimate(most);

            TopK topK = new TopK(K);
            long truth = topK.sum(star.pulls, ties);
            assertThat(row.sum()).as("seed %d", seed).isBetween(truth, truth + (long) K * (most / 200));
            assertThat(Arrays.stream(star.pulls)
                            .filter(pull -> pull > row.low())
                            .count())
                    .as("over the low line, seed %d", seed)
                    .isGreaterThanOrEqualTo(row.low() == 0 ? 0 : K);
            if (topK.bar() <= 0) {
                assertThat(row.sum()).as("all count, seed %d", seed).isEqualTo(truth);
            }
        }
    }

    @Test
    void marksEachContributionAboveTheFloor() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Star star = new Star(random, 1 + random.nextInt(700));
            LongRow row = star.row();
            int floor = star.pulls[random.nextInt(star.pulls.length)];
            long[] words = new long[3 + Contenders.words(star.pulls.length)];
            Arrays.fill(words, -1);

            row.mark(floor, words, 2);

            for (int k = 0; k < star.pulls.length; k++) {
                assertThat((words[2 + k / 64] >>> k & 1) == 1)
                        .as("seed %d tie %d", seed, k)
                        .isEqualTo(star.pulls[k] > floor);
            }
            assertThat(words[0]).isEqualTo(-1);
            assertThat(words[1]).isEqualTo(-1);
            assertThat(words[words.length - 1]).isEqualTo(-1);
        }
    }

    /** Somebody and their friends. */
    private static final class Star {
        final Community community =
                new Community(new Terms(InfluencePolicy.boostOnly().withFriendsHearInSteps(0)), 0);
        final int base;
        final int[] pulls;

        Star(SplittableRandom random, int ties) {
            base = random.nextInt(350, 951) * Units.PER_POINT;
            pulls = new int[ties];
            community.join(base, 0, true);
            int[] weights = new int[ties];
            for (int k = 0; k < ties; k++) {
                int told = random.nextInt(350 * Units.PER_POINT, 950 * Units.PER_POINT);
                weights[k] = 1 + random.nextInt(255);
                pulls[k] = weights[k] * (told - base);
                community.join(told, 0, true);
            }
            new BulkLoad(community).load(sink -> {
                for (int k = 0; k < ties; k++) {
                    sink.tie(0, k + 1, weights[k] / 255.0);
                }
            });
            for (int k = 0; k < ties; k++) {
                int friend = community.ties().neighbour(0, k) - 1;
                pulls[k] = weights[friend] * (community.base(friend + 1) - base);
            }
        }

        LongRow row() {
            int[] heard = new int[pulls.length + 9];
            Arrays.fill(heard, Integer.MAX_VALUE);
            TieRows ties = community.ties();
            new ToldUnits(community.told())
                    .hear(ties.neighbours(0), ties.weights(0), ties.offset(0), heard, 7, pulls.length);
            LongRow row = new LongRow(K);
            row.take(heard, 7, pulls.length, base);
            return row;
        }
    }
}
