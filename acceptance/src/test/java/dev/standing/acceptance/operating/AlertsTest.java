package dev.standing.acceptance.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.standing.stack.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each alert fires when it should, is silent when it should be, and has a page for whom it wakes. */
class AlertsTest {
    private static final Path OPERATING = Repository.root().resolve("deploy/operating");

    @Test
    void promtool_agrees_that_each_fires_and_is_silent_as_its_case_says(@TempDir Path folder) throws Exception {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool")));
        boolean mayBeMissing = System.getenv("CI") == null;
        assumeTrue(
                isThere || !mayBeMissing,
                "promtool is not here (Debian: apt-get install prometheus): alerts are not tested");

        for (Path rules : Monitoring.rulesFiles()) {
            // JSON is YAML too
            Files.write(
                    folder.resolve(rules.getFileName()),
                    new JsonMapper().writeValueAsBytes(Monitoring.yaml(rules).path("spec")));
        }
        Files.copy(OPERATING.resolve("alerts-test.yaml"), folder.resolve("alerts-test.yaml"));
        Process promtool = new ProcessBuilder("promtool", "test", "rules", "alerts-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void each_has_a_firing_and_a_silent_case() {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (JsonNode test :
                Monitoring.yaml(OPERATING.resolve("alerts-test.yaml")).path("tests")) {
            test.path("alert_rule_test")
                    .forEach(look -> (look.path("exp_alerts").isEmpty() ? silent : firing)
                            .add(look.path("alertname").asText()));
        }

        String[] alerts = Monitoring.alerts().stream().map(Monitoring::name).toArray(String[]::new);
        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(firing).containsExactlyInAnyOrder(alerts);
        assertThat(silent).containsExactlyInAnyOrder(alerts);
    }

    @Test
    void each_has_a_page_that_says_what_it_means_what_to_look_at_what_to_do_and_when_it_is_over() throws IOException {
        for (JsonNode alert : Monitoring.alerts()) {
            String page = alert.path("annotations").path("runbook").asText();
            assertThat(Files.readString(Repository.root().resolve(page)))
                    .as(page)
                    .contains("## What it means", "## What to look at", "## What to do", "## How to know it is over");
            assertThat(alert.path("labels").path("severity").asText())
                    .as(Monitoring.name(alert))
                    .isIn("page", "ticket");
        }
    }
}
