package dev.standing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.manifests.check.Check;
import dev.standing.manifests.check.Checks;
import dev.standing.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Nothing is wrong with the manifests of any overlay, as far as can be seen without a cluster. */
class ManifestsTest {
    @SuppressWarnings("unused") // by the name
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void nothing_is_wrong(String overlay) {
        Manifests manifests = Manifests.render(overlay);
        for (Check check : Checks.ALL) {
            assertThat(check.findings(manifests))
                    .as(check.getClass().getSimpleName())
                    .isEmpty();
        }
    }

    /** What an installation may take besides is a comment in production, and is tested as if it were none. */
    @Test
    void every_option_is_tested() throws IOException {
        Set<String> said = components("overlays/production", "# - ../../");
        assertThat(said).isNotEmpty();
        assertThat(components(Manifests.OPTIONS, "- ../../../../../kubernetes/"))
                .isEqualTo(said);
    }

    private static Set<String> components(String overlay, String before) throws IOException {
        return Files.readString(Manifests.folder(overlay).resolve("kustomization.yaml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(before) && !line.contains("overlays/"))
                .map(line -> line.substring(before.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void images_are_tried_with_the_room_that_pods_have() throws IOException {
        String tried = Files.readString(Repository.root().resolve("deploy/images/trial"));
        for (Manifest pods : Manifests.render("base").where(Manifest::hasPods)) {
            String room = pods.podSpec().path("volumes").findPath("sizeLimit").asText();
            assertThat(tried).contains("--tmpfs /tmp:size=" + room.replace("Mi", "m") + " ");
        }
    }

    /** Whoever applies the overlay has what wakes somebody, and what they look at then. */
    @Test
    void production_is_watched() {
        Manifests production = Manifests.render("overlays/production");

        assertThat(production.ofKind("PodMonitor")).hasSize(2);
        assertThat(production.ofKind("PrometheusRule")).hasSize(2);
        assertThat(production.find("ConfigMap", "standing-dashboards"))
                .hasValueSatisfying(
                        dashboards -> assertThat(dashboards.at("/data").size()).isEqualTo(5));
    }
}
