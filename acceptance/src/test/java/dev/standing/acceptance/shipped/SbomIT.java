package dev.standing.acceptance.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an SBOM names is what is shipped: each jar at its place with its content, and no other. */
@DisabledIfEnvironmentVariable(named = "STANDING_NATIVE", matches = "true", disabledReason = "It looks at jars")
class SbomIT {
    @ParameterizedTest
    @EnumSource
    void the_sbom_names_every_jar_that_is_shipped_by_its_content_and_nothing_else(Service service) throws Exception {
        Path target = Repository.root().resolve(service.key() + "-service/target");

        assertThat(named(target)).isNotEmpty().isEqualTo(shipped(target.resolve("quarkus-app")));
    }

    /** SHA-256 by place, as {@code lib/main/com.example.thing-1.0.jar}. */
    private static Map<String, String> named(Path target) throws IOException {
        JsonNode sbom = new ObjectMapper()
                .readTree(target.resolve("quarkus-run-cyclonedx.json").toFile());
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode component : sbom.path("components")) {
            for (JsonNode place : component.path("evidence").path("occurrences")) {
                String location = place.path("location").asText();
                if (location.endsWith(".jar")) {
                    hashes.put(location, hash(component));
                }
            }
        }
        return hashes;
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "none";
    }

    private static Map<String, String> shipped(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(),
                            SbomIT::sha256,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
