package dev.standing.influence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.store.Units;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bars of many rows at once are found, not left to others to find. */
class LanesTest {
    private static final int K = 10;
    private final Lanes lanes = new Lanes(K);
    private final int[][] pulls = new int[Lanes.ROWS][];

    @Test
    void findsTheBarsOfNearlyAllRowsWhereNoTwoContributionsAreAlike() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = seed % 2 == 0 ? Lanes.ROWS : 1 + random.nextInt(Lanes.ROWS);
            lay(random, rows);

            for (int row = 0; row < rows; row++) {
                lanes.start(row, seed % 3 == 0 ? 0 : random.nextInt(1, 255 * 100 * Units.PER_POINT));
            }
            lanes.search();
            // A bar that is far off may not be left behind in the rounds there are, above all where fewer than K count
            // now.
            assertFound("boosts, seed " + seed, rows, 1, seed % 3 == 0 ? rows - 12 : rows / 2);

            lanes.turn();
            for (int row = 0; row < rows; row++) {
                lanes.start(row, 0);
            }
            lanes.search();
            assertFound("drags, seed " + seed, rows, -1, rows - 12);
        }
    }

    @Test
    void theBarsThatHeldAreFoundAgainAtOnceAndStay() {
        lay(new SplittableRandom(3), Lanes.ROWS);
        int[] bars = new int[Lanes.ROWS];
        search(bars);
        boolean[] found = new boolean[Lanes.ROWS];
        for (int row = 0; row < Lanes.ROWS; row++) {
            bars[row] = lanes.bar(row);
            found[row] = lanes.found(row);
        }
        search(bars);
        for (int row = 0; row < Lanes.ROWS; row++) {
            if (found[row]) {
                assertThat(lanes.found(row)).isTrue();
                assertThat(lanes.bar(row)).isEqualTo(bars[row]);
            }
        }
    }

    @Test
    void whereTheKthAndTheNextAreEqualTheRowIsLeft() {
        int[] heard = new int[12 + Lanes.LONGEST];
        Arrays.fill(heard, HeardTest.heard(700 * Units.PER_POINT, 255));
        lanes.begin(1, 12);
        lanes.place(0, 600 * Units.PER_POINT, 0, 12);
        lanes.lay(heard);
        lanes.start(0, 0);
        lanes.search();
        assertThat(lanes.found(0)).isFalse();
    }

    @Test
    void anEstimateIsNotLessThanTheTruthAndNear() {
        for (int seed = 0; seed < 20; seed++) {
            int rows = seed % 2 == 0 ? Lanes.ROWS : 1 + new SplittableRandom(seed).nextInt(Lanes.ROWS);
            lay(new SplittableRandom(seed), rows);
            int most = 255 * 600 * Units.PER_POINT;
            for (int row = 0; row < rows; row++) {
                lanes.startBelow(row, most);
            }

            lanes.estimate();

            for (int row = 0; row < rows; row++) {
                String what = "seed " + seed + " row " + row;
                TopK topK = new TopK(K);
                long truth = topK.sum(pulls[row], pulls[row].length);
                int low = lanes.low(row);
                assertThat(lanes.sum(row)).as(what).isBetween(truth, truth + (long) K * (most / 25));
                assertThat(Arrays.stream(pulls[row]).filter(pull -> pull > low).count())
                        .as(what)
                        .isGreaterThanOrEqualTo(low == 0 ? 0 : K);
                if (topK.bar() <= 0) {
                    assertThat(lanes.sum(row)).as(what).isEqualTo(truth);
                }
            }
        }
    }

    @Test
    void aSearchThatBeginsAtABoundFindsBarsOverIt() {
        lay(new SplittableRandom(7), Lanes.ROWS);
        int[] bounds = new int[Lanes.ROWS];
        for (int row = 0; row < Lanes.ROWS; row++) {
            int[] sorted = Arrays.stream(pulls[row]).sorted().toArray();
            bounds[row] = sorted.length > K ? sorted[sorted.length - K - 1] - row * Units.PER_POINT : -1;
            lanes.startAbove(row, bounds[row]);
        }

        lanes.search();

        assertFound("over a bound", Lanes.ROWS, 1, Lanes.ROWS - 12);
        for (int row = 0; row < Lanes.ROWS; row++) {
            if (bounds[row] > 0) {
                assertThat(lanes.bar(row)).as("row %d", row).isGreaterThanOrEqualTo(bounds[row]);
            }
        }
    }

    @Test
    void marksWhatIsAboveTheFloor() {
        SplittableRandom random = new SplittableRandom(9);
        lay(random, Lanes.ROWS);
        int[] floors = new int[Lanes.ROWS];
        for (int row = 0; row < Lanes.ROWS; row++) {
            floors[row] = row == 0 || pulls[row].length == 0
                    ? Integer.MIN_VALUE / 2 - 1
                    : pulls[row][random.nextInt(pulls[row].length)];
            lanes.floor(row, floors[row]);
        }

        lanes.mark();

        for (int row = 0; row < Lanes.ROWS; row++) {
            for (int k = 0; k < Lanes.LONGEST; k++) {
                boolean above = k < pulls[row].length && pulls[row][k] > floors[row];
                assertThat((lanes.marked(row, k / 64) >>> k & 1) == 1)
                        .as("row %d tie %d", row, k)
                        .isEqualTo(above);
            }
        }
    }

    private void search(int[] bars) {
        for (int row = 0; row < Lanes.ROWS; row++) {
            lanes.start(row, bars[row]);
        }
        lanes.search();
    }

    private void lay(SplittableRandom random, int rows) {
        lanes.begin(rows, Lanes.LONGEST);
        int[] heard = random.ints((rows + 1) * 2L * Lanes.LONGEST).toArray();
        int place = 0;
        for (int row = 0; row < rows; row++) {
            int base = random.nextInt(350 * Units.PER_POINT, 950 * Units.PER_POINT);
            place += random.nextInt(9);
            int length = random.nextInt(Lanes.LONGEST + 1);
            pulls[row] = new int[length];
            for (int k = 0; k < length; k++) {
                int told = random.nextInt(350 * Units.PER_POINT, 950 * Units.PER_POINT + 1);
                int weight = 1 + random.nextInt(255);
                heard[place + k] = HeardTest.heard(told, weight);
                pulls[row][k] = weight * (told - base);
            }
            lanes.place(row, base, place, length);
            place += length;
        }
        lanes.lay(heard);
    }

    private void assertFound(String what, int rows, int sign, int least) {
        int found = 0;
        for (int row = 0; row < rows; row++) {
            if (lanes.found(row)) {
                found++;
                int[] values = Arrays.stream(pulls[row]).map(v -> sign * v).toArray();
                TopKTest.assertRight(what + " row " + row, K, values, lanes.sum(row), lanes.bar(row));
            }
        }
        assertThat(found).as(what).isGreaterThanOrEqualTo(least);
    }
}
