package dev.standing.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.policy.InfluencePolicy;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShunningSampleTest {
    private static final int MEMBERS = 300;

    private final InfluenceEngine engine = engine();

    private static InfluenceEngine engine() {
        SplittableRandom random = new SplittableRandom(11);
        InfluenceEngine engine = InfluenceEngine.create(InfluencePolicy.boostOnly(), 0.01, 20_000);
        for (int i = 0; i < MEMBERS; i++) {
            engine.join(random.nextDouble(350, 950), random.nextDouble());
            engine.grantConsent(i);
        }
        for (int i = 0; i < 4 * MEMBERS; i++) {
            int a = random.nextInt(MEMBERS);
            int b = random.nextInt(MEMBERS);
            if (a != b) {
                engine.tie(a, b, 1);
            }
        }
        engine.commit();
        return engine;
    }

    @Test
    void aSampleSaysHowManyWereAskedAndHowSureItIs() throws IOException {
        ShunningSample sample = ShunningSample.ofSome(engine, 100, new SplittableRandom(3));

        assertThat(sample.measured()).isEqualTo(100);
        assertThat(sample.largestGainInPoints()).isZero();
        assertThat(sample.leastShare()).isZero();
        assertThat(sample.mostShare()).as("3.84 / (100 + 3.84)").isCloseTo(0.037, within(0.001));
    }

    @Test
    void whereAllAreAskedThereIsNothingToBeUnsureOf() {
        assertThat(ShunningSample.ofAll(engine)).isEqualTo(new ShunningSample(MEMBERS, 0, 0, 0));
    }

    @Test
    void aSampleIsNeverLargerThanTheCommunity() throws IOException {
        assertThat(ShunningSample.ofSome(engine, 10 * MEMBERS, new SplittableRandom(3))
                        .measured())
                .isEqualTo(MEMBERS);
    }

    @Test
    void theIntervalIsWilsons() {
        // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, and 15 of 148
        assertThat(ShunningSample.wilson(81, 263)).containsExactly(new double[] {0.2553, 0.3662}, within(0.0001));
        assertThat(ShunningSample.wilson(15, 148)).containsExactly(new double[] {0.0624, 0.1605}, within(0.0001));
        assertThat(ShunningSample.wilson(0, 20)).containsExactly(new double[] {0, 0.1611}, within(0.0001));
        assertThat(ShunningSample.wilson(0, 1_000)[0]).as("nobody of 1,000").isZero();
        assertThat(ShunningSample.wilson(1_000, 1_000)[1]).as("all of 1,000").isEqualTo(1);
    }
}
