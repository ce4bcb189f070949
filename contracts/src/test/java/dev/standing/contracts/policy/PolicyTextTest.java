package dev.standing.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTextTest {
    private static final String RESOURCE = "catalogue/behaviour.yaml";
    private static final String SETTING = "standing.any.policy";

    @Test
    void aFileGoesBeforeAResourceAndEitherWillDo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), "name: ours");

        assertThat(PolicyText.read(SETTING, file.toString())).isEqualTo("name: ours");
        assertThat(PolicyText.read(SETTING, RESOURCE))
                .isEqualTo(PolicyText.read(SETTING, "classpath:" + RESOURCE))
                .contains("name: behaviour");
    }

    @Test
    void whatIsNotThereIsToldByTheSetting() {
        for (String location : new String[] {"none.yaml", "classpath:none.yaml"}) {
            assertThatThrownBy(() -> PolicyText.read(SETTING, location))
                    .hasMessageStartingWith("The setting standing.any.policy is '" + location + "'; allowed: a file");
        }
    }

    @Test
    void aFileThatIsNoTextIsToldByTheSetting(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("policy.yaml"), new byte[] {(byte) 0xc1, (byte) 0xa4});

        assertThatThrownBy(() -> PolicyText.read(SETTING, file.toString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The setting standing.any.policy is ");
    }
}
