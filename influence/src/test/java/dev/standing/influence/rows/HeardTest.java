package dev.standing.influence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.input.Scale;
import dev.standing.influence.store.Units;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was told and every weight there is go into one int and come out again. */
class HeardTest {
    static int heard(int told, int weight) {
        int[] heard = {told};
        Heard.join(heard, 0, 0, 1, new byte[] {(byte) weight}, 0, 1);
        return heard[0];
    }

    @Test
    void contributesWhatTheWeightMakesOfTheDifference() {
        for (int weight = 1; weight <= Units.FULL_WEIGHT; weight++) {
            for (int told : new int[] {Scale.LOWEST_POINTS, 351, 700, Scale.HIGHEST_POINTS}) {
                for (int base : new int[] {Scale.LOWEST_POINTS, 700, 949, Scale.HIGHEST_POINTS}) {
                    assertThat(Heard.contribution(heard(told * Units.PER_POINT, weight), base * Units.PER_POINT))
                            .isEqualTo(weight * (told - base) * Units.PER_POINT);
                }
            }
        }
    }

    @Test
    void stepsOfAnyWidthBecomeUnitsBesideTheirNeighbours() {
        SplittableRandom random = new SplittableRandom(1);
        int[] steps = random.ints(100, 0, 30_000).toArray();
        byte[] weights = new byte[120];
        random.nextBytes(weights);
        int[] heard = steps.clone();

        Heard.join(heard, 10, 5_000, 40, weights, 20, 80);

        assertThat(Arrays.copyOf(heard, 10)).isEqualTo(Arrays.copyOf(steps, 10));
        assertThat(Arrays.copyOfRange(heard, 90, 100)).isEqualTo(Arrays.copyOfRange(steps, 90, 100));
        for (int k = 0; k < 80; k++) {
            assertThat(Heard.contribution(heard[10 + k], 7_000))
                    .isEqualTo((weights[20 + k] & 255) * (5_000 + 40 * steps[10 + k] - 7_000));
        }
    }
}
