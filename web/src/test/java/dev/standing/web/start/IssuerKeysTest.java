package dev.standing.web.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody starts who could only refuse. */
class IssuerKeysTest {
    private static final String LOCATION = "mp.jwt.verify.publickey.location";

    private static Config with(String name, String value) {
        return new SmallRyeConfigBuilder().withDefaultValue(name, value).build();
    }

    @Test
    void noKeysAreMissed() {
        assertThatThrownBy(() -> IssuerKeys.require(with("some.other", "setting")))
                .hasMessage("The setting " + LOCATION + " is missing, and has no default");
    }

    @ParameterizedTest
    @CsvSource({"file:/nowhere/key.pem", "/nowhere/key.pem", "keys", "file:/"})
    void aFileThatIsNotThereIsNamed(String location) {
        assertThatThrownBy(() -> IssuerKeys.require(with(LOCATION, location)))
                .hasMessage("The setting " + LOCATION + " is '" + location
                        + "'; allowed: a URL, or a file that can be read, with the issuer's keys");
    }

    @Test
    void anEmptyFileHoldsNone(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("key.pem"));

        assertThatThrownBy(() -> IssuerKeys.require(with(LOCATION, file.toString())))
                .hasMessageContaining("is '" + file + "'; allowed:");
    }

    @ParameterizedTest
    @CsvSource({
        LOCATION + ",https://issuer.example/jwks",
        LOCATION + ",META-INF/microprofile-config.properties",
        "mp.jwt.verify.publickey,MIIB",
        "smallrye.jwt.verify.key.location,https://issuer.example/jwks"
    })
    void keysOfAnySortDo(String name, String value) {
        assertThatCode(() -> IssuerKeys.require(with(name, value))).doesNotThrowAnyException();
    }

    @Test
    void aFileIsFoundWithAndWithoutItsScheme(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a key.pem"), "key");

        assertThatCode(() -> IssuerKeys.require(with(LOCATION, file.toString())))
                .doesNotThrowAnyException();
        assertThatCode(() -> IssuerKeys.require(with(LOCATION, "file:" + file))).doesNotThrowAnyException();
    }
}
