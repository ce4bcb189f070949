package dev.standing.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.home.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void servicesComeRightAfterTheBase() {
        assertThat(new PortPlan(8080).byName())
                .containsEntry("ingest-service", 8081)
                .containsEntry("privileges-service", 8083);
        assertThat(new PortPlan(8080).byName().values())
                .containsExactly(8081, 8082, 8083, 8084, 8085, 8086, 9081, 9082, 9083);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1022, 64_533, 70_000})
    void baseOutOfRangeIsRefusedWithWhatIsAllowed(int base) {
        assertThatThrownBy(() -> new PortPlan(base))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("1023 to 64532");
    }

    @Test
    void portInUseSaysWhichAndWhatToDo() {
        assertThatThrownBy(() -> new PortPlan(8080).requireFree(port -> port != 8082))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("8082")
                .hasMessageContaining("scoring-service")
                .hasMessageContaining("--port-base 8180");
    }
}
