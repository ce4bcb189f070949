package dev.standing.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainInstantTest {
    private static final long SECONDS_OF_TEN_MILLENNIA = 253_402_300_800L;

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(17);
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 20_000; i++) {
            int unit = units[i % units.length];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-2_208_988_800L, SECONDS_OF_TEN_MILLENNIA),
                    random.nextInt(1_000_000_000) / unit * unit);

            assertThat(PlainInstant.read(instant.toString())).isEqualTo(instant);
        }
    }

    @Test
    void aFractionMayHaveAnyNumberOfDigits() {
        assertThat(PlainInstant.read("2026-11-28T16:30:00.5Z")).isEqualTo(Instant.parse("2026-11-28T16:30:00.5Z"));
        assertThat(PlainInstant.read("2026-11-28T16:30:00.0000001Z"))
                .isEqualTo(Instant.parse("2026-11-28T16:30:00.0000001Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-28",
                "2026-11-28T16:30Z",
                "2026-11-28T16:30:00",
                "2026-11-28T16:30:00z",
                "2026-11-28t16:30:00Z",
                "2026-11-28 16:30:00Z",
                "2026-11-28T16:30:00+01:00",
                "2026-11-28T16:30:00.Z",
                "2026-11-28T16:30:00,5Z",
                "2026-11-28T16:30:00.1234567890Z",
                "2026-11-28T16:30:00.1x4Z",
                "2026-02-29T16:30:00Z",
                "2026-13-01T16:30:00Z",
                "2026-00-01T16:30:00Z",
                "2026-11-00T16:30:00Z",
                "2026-11-28T24:00:00Z",
                "2026-11-28T23:59:60Z",
                "2026-11-28T16:60:00Z",
                "+2026-11-28T16:30:00Z",
                "-026-11-28T16:30:00Z",
                "２026-11-28T16:30:00Z",
                "2026-11-28T16:30:00ZZ"
            })
    void anythingElseIsNotPlain(String text) {
        assertThat(PlainInstant.read(text)).isNull();
    }
}
