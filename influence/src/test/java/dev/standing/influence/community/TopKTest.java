package dev.standing.influence.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TopKTest {
    private final TopK topK = new TopK();

    @Test
    void sumsTheKLargestAndSetsABarBetweenThemAndTheRest() {
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] values = new int[random.nextInt(seed % 100 == 0 ? 3000 : 40)];
            int range = random.nextBoolean() ? 4 : 600_000_000;
            Arrays.setAll(values, i -> 1 + random.nextInt(range));
            int k = 1 + random.nextInt(12);

            long sum = sum(k, values);

            Arrays.sort(values);
            long expected = 0;
            for (int i = Math.max(0, values.length - k); i < values.length; i++) {
                expected += values[i];
            }
            assertThat(sum).as("seed %d", seed).isEqualTo(expected);
            int bar = topK.bar();
            long above = Arrays.stream(values).filter(v -> v > bar).count();
            long notBelow = Arrays.stream(values).filter(v -> v >= bar).count();
            assertThat(above).as("seed %d", seed).isLessThanOrEqualTo(k);
            if (values.length > k) {
                assertThat(bar).as("seed %d", seed).isPositive();
                assertThat(notBelow).as("seed %d", seed).isGreaterThanOrEqualTo(k);
            } else {
                assertThat(bar).as("seed %d", seed).isZero();
            }
        }
    }

    @Test
    void theBarIsHalfWayWhereThereIsAGap() {
        assertThat(sum(2, 10, 100, 20, 80)).isEqualTo(180);
        assertThat(topK.bar()).isBetween(20, 79);
        assertThat(sum(1, 5, 5, 5)).isEqualTo(5);
        assertThat(topK.bar()).isEqualTo(5);
    }

    private long sum(int k, int... values) {
        topK.clear();
        int[] room = topK.room(values.length);
        System.arraycopy(values, 0, room, 0, values.length);
        topK.grew(values.length);
        return topK.sum(k);
    }
}
