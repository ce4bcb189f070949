package dev.standing.local.home;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @Test
    void commaInThePathIsToldBeforeKafkaTakesItForTwoFolders(@TempDir Path folder) {
        Home home = new Home(folder.resolve("Doe, Jane"));
        assertThatThrownBy(home::create)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Doe, Jane")
                .hasMessageContaining("--home");
    }
}
