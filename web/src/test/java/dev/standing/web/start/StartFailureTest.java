package dev.standing.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One line for what somebody has to set right, with the platform's own words for what went wrong. */
class StartFailureTest {
    private static final Map<String, String> GOOD = Map.of(
            "shop.shelves",
            "3",
            "shop.sales-key",
            "7",
            "shop.opens",
            "true",
            "shop.clerks",
            "2",
            "shop.patience",
            "10s");

    @ConfigMapping(prefix = "shop")
    interface Shop {
        int shelves();

        int salesKey();

        boolean opens();

        @WithConverter(AtLeastOne.class)
        int clerks();

        @WithConverter(SomeTime.class)
        Duration patience();
    }

    private static String told(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(Shop.class);
        settings.forEach(builder::withDefaultValue);
        return StartFailure.text(new IllegalStateException("Failed to start", catchThrowable(builder::build)));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new java.util.HashMap<>(GOOD);
        settings.put(name, value);
        return settings;
    }

    @Test
    void a_port_that_is_none_is_a_setting() {
        assertThat(StartFailure.text(new IllegalStateException(
                        "Failed to start", new IllegalArgumentException("port must be <= 65535"))))
                .isEqualTo("The setting quarkus.http.port or quarkus.management.port is out of range;"
                        + " allowed: 0 to 65535");
    }

    @Test
    void what_is_missing_is_named() {
        Map<String, String> settings = with("shop.opens", "true");
        settings.remove("shop.shelves");

        assertThat(told(settings)).isEqualTo("The setting shop.shelves is missing, and has no default");
    }

    @Test
    void what_is_malformed_is_named_with_its_value_and_what_is_allowed() {
        assertThat(told(with("shop.shelves", "many")))
                .isEqualTo("The setting shop.shelves is 'many'; allowed: a value that is an integer value");
    }

    @Test
    void counts_and_times_of_nought_are_refused_with_what_is_allowed() {
        assertThat(told(with("shop.clerks", "0")))
                .isEqualTo("The setting shop.clerks is '0'; allowed: a whole number from 1 to 2147483647");
        assertThat(told(with("shop.patience", "-5s")))
                .isEqualTo("The setting shop.patience is '-5s'; allowed: a time above 0, as 500ms, 10s, 5m or PT1M30S");
        assertThat(told(with("shop.patience", "soon"))).contains("'soon'; allowed: a time above 0");
    }

    @Test
    void what_we_refuse_ourselves_is_told_as_it_is() {
        Throwable refused = new IllegalArgumentException(
                "The setting shop.sign is 'x.yaml'; allowed: a file", new java.nio.file.NoSuchFileException("x.yaml"));

        assertThat(StartFailure.text(new IllegalStateException("Failed to start", refused)))
                .isEqualTo("The setting shop.sign is 'x.yaml'; allowed: a file");
    }

    @Test
    void a_secret_is_not_repeated() {
        assertThat(told(with("shop.sales-key", "hunter2")))
                .contains("shop.sales-key")
                .doesNotContain("hunter2");
    }

    @Test
    void several_are_told_in_one_line() {
        Map<String, String> settings = with("shop.shelves", "many");
        settings.remove("shop.opens");

        assertThat(told(settings))
                .contains("shop.shelves is 'many'")
                .contains("shop.opens is missing")
                .hasLineCount(1);
    }

    @Test
    void a_server_that_is_away_is_named() {
        Throwable refused = new IllegalStateException(
                "Connection to 10.0.0.9:5432 refused", new java.net.ConnectException("Connection refused"));

        assertThat(StartFailure.text(new IllegalStateException("Failed to start", refused)))
                .startsWith("The service does not start: Connection to 10.0.0.9:5432 refused");
    }

    @Test
    void another_failure_is_told_by_its_cause() {
        Throwable failure = new RuntimeException("Failed to start", new IllegalStateException("The port\nis taken"));

        assertThat(StartFailure.text(failure)).isEqualTo("The service does not start: The port is taken");
    }
}
