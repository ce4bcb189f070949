package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeardConsentsTest {
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private final HeardConsents heard = new HeardConsents(Duration.ofSeconds(10), () -> now);

    @Test
    void nothingHeardIsNotRecent() {
        assertThat(heard.isRecent()).isFalse();
    }

    @Test
    void whatIsHeardIsRecentUpToTheBound() {
        heard.through(now);
        assertThat(heard.isRecent()).isTrue();
        now = now.plusSeconds(10);
        assertThat(heard.isRecent()).isTrue();
        now = now.plusNanos(1);
        assertThat(heard.isRecent()).isFalse();
    }

    @Test
    void aTimeToComeSaysNothing() {
        heard.through(now.plusSeconds(11));
        assertThat(heard.isRecent()).isFalse();
    }
}
