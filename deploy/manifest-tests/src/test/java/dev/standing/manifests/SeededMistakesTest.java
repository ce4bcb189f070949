package dev.standing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.manifests.check.Checks;
import dev.standing.manifests.render.Kustomize;
import dev.standing.manifests.render.Yaml;
import dev.standing.stack.Repository;
import io.fabric8.zjsonpatch.JsonPatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes are made one by one, and each is found for what it is. */
class SeededMistakesTest {
    private static final String PRODUCTION = "overlays/production";
    private static final Map<String, List<ObjectNode>> FAULTLESS = new HashMap<>();

    /**
     * @param in overlay; production where none is said
     * @param on kind and name; a name that ends in a digest of its content is said without
     * @param caught words of what has to be found
     */
    record Mistake(@Nullable String in, String on, List<JsonNode> patch, String caught) {
        String overlay() {
            return "options".equals(in) ? Manifests.OPTIONS : Objects.requireNonNullElse(in, PRODUCTION);
        }

        boolean isOn(ObjectNode object) {
            String name = new Manifest(object).toString();
            return name.equals(on) || (on.startsWith("ConfigMap") && name.startsWith(on + "-"));
        }

        @Override
        public String toString() {
            return overlay() + " " + on + " " + patch;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(Yaml.read(
                Repository.root().resolve("deploy/manifest-tests/src/test/resources/mistakes.yaml"), Mistake[].class));
    }

    @Test
    void there_are_fifty_and_more() {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_found(Mistake mistake) {
        List<ObjectNode> objects = new ArrayList<>(
                FAULTLESS.computeIfAbsent(mistake.overlay(), overlay -> Kustomize.render(Manifests.folder(overlay))));
        ObjectNode object = objects.stream().filter(mistake::isOn).findFirst().orElseThrow();
        objects.set(objects.indexOf(object), (ObjectNode) JsonPatch.apply(Yaml.json(mistake.patch()), object));

        assertThat(Checks.findings(Manifests.of(mistake.overlay(), objects)))
                .anySatisfy(finding -> assertThat(finding).contains(mistake.caught()));
    }
}
