package dev.standing.privileges.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5));

    @Test
    void itDoublesUpToSixHoursAndChanceTakesUpToHalf() {
        assertThat(backoff.after(0, 0, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(1, 0, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(backoff.after(1, 1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(40, 0, null)).isEqualTo(Duration.ofHours(6));
        assertThat(backoff.after(Integer.MAX_VALUE, 1, null)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void whatTheAnswerAsksForIsTheLeast() {
        assertThat(backoff.after(0, 0, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(10, 0, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5 * 1024));
    }

    @Test
    void threeDaysAreSomeTwentyAttempts() {
        Duration waited = Duration.ZERO;
        int attempts = 1;
        for (; waited.compareTo(Duration.ofDays(3)) < 0; attempts++) {
            waited = waited.plus(backoff.after(attempts - 1, 0.5, null));
        }
        assertThat(attempts).isBetween(20, 40);
    }
}
