package dev.standing.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One line for what somebody has to set right, with the platform's own words for what went wrong. */
class StartFailureTest {
    private static final Map<String, String> GOOD =
            Map.of("shop.shelves", "3", "shop.sales-key", "7", "shop.opens", "true");

    @ConfigMapping(prefix = "shop")
    interface Shop {
        int shelves();

        int salesKey();

        boolean opens();
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
    void what_is_missing_is_named() {
        assertThat(told(Map.of("shop.sales-key", "7", "shop.opens", "true")))
                .isEqualTo("The setting shop.shelves is missing, and has no default");
    }

    @Test
    void what_is_malformed_is_named_with_its_value_and_what_is_allowed() {
        assertThat(told(with("shop.shelves", "many")))
                .isEqualTo("The setting shop.shelves is 'many'; allowed: a value that is an integer value");
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
    void another_failure_is_told_by_its_cause() {
        Throwable failure = new RuntimeException("Failed to start", new IllegalStateException("The port\nis taken"));

        assertThat(StartFailure.text(failure)).isEqualTo("The service does not start: The port is taken");
    }
}
