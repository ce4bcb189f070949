package dev.standing.influence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

public class TopKTest {
    @Test
    void sumsTheKLargestAboveNothingAndSetsABarBetweenThemAndTheRest() {
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] values = new int[random.nextInt(seed % 100 == 0 ? 3000 : 40)];
            int range = random.nextBoolean() ? 4 : 600_000_000;
            int least = random.nextBoolean() ? 1 : -range;
            Arrays.setAll(values, i -> random.nextInt(least, range));
            int k = 1 + random.nextInt(seed % 7 == 0 ? 100 : 12);
            TopK topK = new TopK(k);

            long sum = topK.sum(values, values.length);

            assertRight("seed " + seed, k, values, sum, topK.bar());
        }
    }

    @Test
    void aBarIsTakenOverWhereItStillSeparates() {
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int range = random.nextBoolean() ? 6 : 600_000_000;
            int[] values = new int[random.nextInt(40)];
            Arrays.setAll(values, i -> random.nextInt(-range, range));
            int k = 1 + random.nextInt(12);
            int line = 1 + random.nextInt(range);
            TopK topK = new TopK(k);

            long sum = topK.sumOver(line, values, values.length);

            long above = Arrays.stream(values).filter(v -> v > line).count();
            long notBelow = Arrays.stream(values).filter(v -> v >= line).count();
            if (above <= k && notBelow >= k) {
                assertThat(topK.bar()).as("seed %d", seed).isEqualTo(line);
                assertRight("seed " + seed, k, values, sum, line);
            } else {
                assertThat(sum).as("seed %d", seed).isEqualTo(-1);
            }
        }
    }

    @Test
    void theBarIsHalfWayWhereThereIsAGap() {
        TopK two = new TopK(2);
        assertThat(two.sum(new int[] {10, 100, 20, 80}, 4)).isEqualTo(180);
        assertThat(two.bar()).isBetween(20, 79);
        TopK one = new TopK(1);
        assertThat(one.sum(new int[] {5, 5, 5}, 3)).isEqualTo(5);
        assertThat(one.bar()).isEqualTo(5);
    }

    @Test
    void whereFewerThanKAreThereTheBarSaysByHowMany() {
        TopK four = new TopK(4);
        assertThat(four.sum(new int[] {-3, 7, 0, 9}, 4)).isEqualTo(16);
        assertThat(four.bar()).isEqualTo(-2);
    }

    public static void assertRight(String what, int k, int[] values, long sum, int bar) {
        int[] positive = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
        long expected = 0;
        for (int i = Math.max(0, positive.length - k); i < positive.length; i++) {
            expected += positive[i];
        }
        assertThat(sum).as(what).isEqualTo(expected);
        if (positive.length <= k && bar <= 0) {
            assertThat(bar).as(what).isEqualTo(positive.length - k);
        } else {
            assertThat(bar).as(what).isPositive();
            assertThat(Arrays.stream(positive).filter(v -> v > bar).count())
                    .as(what)
                    .isLessThanOrEqualTo(k);
            assertThat(Arrays.stream(positive).filter(v -> v >= bar).count())
                    .as(what)
                    .isGreaterThanOrEqualTo(k);
        }
    }
}
