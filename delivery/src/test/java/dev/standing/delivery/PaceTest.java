package dev.standing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(pace::backoff).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1_000L, 1_000L);
    }

    @Test
    void anHourOfFailuresOverflowsNothing() {
        assertThat(pace.backoff(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(1));
    }
}
