package dev.standing.web.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @Test
    void whatThePlatformWritesIsReadAsThePlatformReadsIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int nanos = random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
            Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L), nanos);
            assertThat(Instants.micros(instant.toString()))
                    .as("seed %d, %s", seed, instant)
                    .isEqualTo(Math.floorDiv(ChronoUnit.NANOS.between(Instant.EPOCH, instant), 1_000L));
            assertThat(Instants.nanosBeyondMicros(instant.toString()))
                    .as("seed %d, %s", seed, instant)
                    .isEqualTo(nanos % 1_000);
        }
    }

    @Test
    void fractionsAreKeptToTheMicrosecond() {
        assertThat(Instants.micros("1970-01-01T00:00:01.123456789Z")).isEqualTo(1_123_456);
        assertThat(Instants.micros("1970-01-01T00:00:01.5Z")).isEqualTo(1_500_000);
        assertThat(Instants.micros("1969-12-31T23:59:59.999999999Z")).isEqualTo(-1);
    }

    @Test
    void finerFractionsAreKnownBeside() {
        assertThat(Instants.nanosBeyondMicros("1970-01-01T00:00:01Z")).isZero();
        assertThat(Instants.nanosBeyondMicros("1970-01-01T00:00:01.123456Z")).isZero();
        assertThat(Instants.nanosBeyondMicros("1970-01-01T00:00:01.1234567Z")).isEqualTo(700);
        assertThat(Instants.nanosBeyondMicros("1970-01-01T00:00:01.123456789Z")).isEqualTo(789);
        assertThat(Instants.nanosBeyondMicros("1970-01-01T00:00:01.123456000Z")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "1970-01-01T00:00Z",
                "1970-01-01t00:00:00Z",
                "1970-01-01T00:00:00",
                "1970-01-01 00:00:00Z",
                "2026-10-31T23:59:60Z",
                "2026-10-31T24:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-10-31T10:00:00,5Z",
                "2026-10-31T10:00:00.5+Z",
                "2026-10-31T10:00:00+00:00Z"
            })
    void whatIsNoInstantIsNoneWithAndWithoutAFraction(String text) {
        assertThat(Instants.micros(text)).isEqualTo(Instants.NONE);
        assertThat(Instants.micros(text.replace("Z", ".Z"))).isEqualTo(Instants.NONE);
        assertThat(Instants.micros(text.replace("Z", ".000Z"))).isEqualTo(Instants.NONE);
        assertThat(Instants.micros(text.replace("Z", ".0000000000Z"))).isEqualTo(Instants.NONE);
    }
}
