package dev.standing.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.manifests.render.Kustomize;
import dev.standing.manifests.render.Yaml;
import io.fabric8.zjsonpatch.JsonDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is rendered here is what kustomize renders, where it is to be had. */
class KustomizeTest {
    @SuppressWarnings("unused") // by the name
    private static final List<String> OVERLAYS = Manifests.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void renders_what_kubectl_renders(String overlay) throws IOException, InterruptedException {
        assumeThat(hasKustomize()).as("kubectl with kustomize 5 on the PATH").isTrue();
        Path folder = Manifests.folder(overlay);
        String text = kubectl("kustomize", folder.toString());

        Map<String, ObjectNode> ours = byName(Kustomize.render(folder));
        Map<String, ObjectNode> theirs = byName(Yaml.documents(text));
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((name, each) ->
                assertThat(JsonDiff.asJson(ours.get(name), each)).as(name).isEmpty());
    }

    private static Map<String, ObjectNode> byName(List<ObjectNode> objects) {
        Map<String, ObjectNode> byName = new TreeMap<>();
        objects.forEach(each -> byName.put(new Manifest(each).toString(), each));
        return byName;
    }

    private static boolean hasKustomize() throws IOException, InterruptedException {
        return Stream.of(System.getenv("PATH").split(":"))
                        .map(folder -> Path.of(folder, "kubectl"))
                        .anyMatch(Files::isExecutable)
                && kubectl("version", "--client", "--output=json").contains("\"kustomizeVersion\": \"v5.");
    }

    private static String kubectl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(words));
        Process kubectl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as(text).isZero();
        return text;
    }
}
