package dev.standing.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstantsTest {
    @Test
    void theShortWayAgreesWithTheGeneralOne() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L));
            assertThat(Instants.micros(instant.toString()))
                    .as("seed %d, %s", seed, instant)
                    .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        }
    }

    @Test
    void fractionsAreKeptToTheMicrosecond() {
        assertThat(Instants.micros("1970-01-01T00:00:01.123456789Z")).isEqualTo(1_123_456);
        assertThat(Instants.micros("1970-01-01T00:00Z")).isEqualTo(Instants.NONE);
        assertThat(Instants.micros("1970-01-01t00:00:00Z")).isIn(Instants.NONE, 0L);
    }
}
