package dev.standing.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.standing.web.fairuse.FairUseConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a door bears is more than nothing. */
class RangesTest {
    private static SmallRyeConfigBuilder door() {
        return new SmallRyeConfigBuilder()
                .withMapping(HttpConfig.class)
                .withMapping(WebConfig.class)
                .withMapping(FairUseConfig.class)
                .withDefaultValue("standing.http.max-body-bytes", "65536")
                .withDefaultValue("standing.http.body-deadline", "PT30S")
                .withDefaultValue("standing.http.idle-timeout", "PT75S")
                .withDefaultValue("standing.http.calls-per-caller", "500")
                .withDefaultValue("standing.web.patience", "10s");
    }

    @Test
    void whatShipsIsTaken() {
        assertThat(door().build().getConfigMapping(HttpConfig.class).callsPerCaller())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "standing.http.max-body-bytes, 0",
        "standing.http.body-deadline, PT0S",
        "standing.http.idle-timeout, -1s",
        "standing.http.calls-per-caller, -5",
        "standing.web.patience, 0",
        "standing.fair-use.writes, 0",
        "standing.fair-use.partners, acme:nope:5",
        "standing.fair-use.partners, acme"
    })
    void noughtAndLessAreRefusedByName(String setting, String value) {

        Throwable refused =
                catchThrowable(() -> door().withDefaultValue(setting, value).build());

        assertThat(StartFailure.text(new IllegalStateException("Failed to start", refused)))
                .startsWith("The setting " + setting + " is '" + value + "'; allowed: ");
    }
}
