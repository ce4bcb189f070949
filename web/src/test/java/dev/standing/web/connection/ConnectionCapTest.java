package dev.standing.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionCapTest {
    private static final String MOST = "quarkus.http.limits.max-connections";

    @Test
    void someConnectionsAreTaken() {
        assertThat(ConnectionCap.most(with("1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many"})
    void noneOrLessIsRefusedByName(String most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionCap.most(with(most)))
                .withMessageContaining("The config property " + MOST + " with the config value \"" + most + "\" threw")
                .withMessageContaining("a whole number from 1 to");
    }

    private static SmallRyeConfig with(String most) {
        return new SmallRyeConfigBuilder().withDefaultValue(MOST, most).build();
    }
}
