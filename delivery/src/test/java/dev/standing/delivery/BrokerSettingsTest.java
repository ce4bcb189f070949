package dev.standing.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSettingsTest {
    @TempDir
    Path folder;

    @Test
    void aBrokerThatIsNotThereIsNoReason() {
        assertThatCode(() -> BrokerSettings.require(Map.of("bootstrap.servers", "no-such-host.invalid:9093")))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyStoreThatIsNotThereIsNamed() {
        Path missing = folder.resolve("user.p12");

        assertThatThrownBy(() -> BrokerSettings.require(keyStore(missing)))
                .hasMessageStartingWith(
                        "The setting kafka.security.protocol is 'SSL', and what it needs of kafka.ssl.*")
                .hasMessageContaining(missing.toString())
                .hasMessageNotContaining("not-to-be-told");
    }

    @Test
    void aKeyStoreThatIsNoneIsNamed() throws Exception {
        Path broken = Files.writeString(folder.resolve("user.p12"), "this is no key store");

        assertThatThrownBy(() -> BrokerSettings.require(keyStore(broken)))
                .hasMessageStartingWith(
                        "The setting kafka.security.protocol is 'SSL', and what it needs of kafka.ssl.*")
                .hasMessageContaining(broken.toString())
                .hasMessageNotContaining("not-to-be-told");
    }

    private static Map<String, Object> keyStore(Path file) {
        return Map.of(
                "bootstrap.servers",
                "broker:9093",
                "security.protocol",
                "SSL",
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                file.toString(),
                "ssl.keystore.password",
                "not-to-be-told");
    }
}
