package dev.standing.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.PortRange;
import dev.standing.stack.Repository;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs the first ten minutes of README.md, and then the recipes of docs/partners.md, as written, in the repository's folder, beside a fresh suite on the ports that the
 * text names. {@code ./standing run} itself is what starts that suite, so it is passed over.
 */
@ResourceLock(Suites.OWN)
class FirstTenMinutesIT {
    private static final String HEADING = "First ten minutes";
    private static final int DEFAULT_PORT_BASE = 8080;
    private static final int PORTS = 7;
    /** For something that hangs; how fast it is, is not asked here. */
    private static final int PATIENCE_IN_SECONDS = 300;

    private static final Pattern ANYTHING = Pattern.compile("…");

    @Test
    void every_command_prints_what_the_text_says() throws IOException, InterruptedException {
        List<Console.Step> minutes = Console.under(HEADING, Repository.root().resolve("README.md")).steps().stream()
                .filter(step -> !step.command().startsWith("./standing run")
                        && !step.command().startsWith("./standing stop")
                        && !step.command().startsWith("./standing test")
                        && !step.command().startsWith("git clone")
                        && !step.command().startsWith("cd "))
                .toList();
        List<Console.Step> recipes =
                Console.of(Repository.root().resolve("docs/partners.md")).steps();
        assertThat(minutes).as("commands under '%s'", HEADING).isNotEmpty();
        assertThat(recipes).as("commands of the recipes").isNotEmpty();
        boolean free = PortRange.isFree(DEFAULT_PORT_BASE, PORTS);
        assumeTrue(free, "the ports from " + DEFAULT_PORT_BASE + " on are in use");
        try (Suite suite = Suite.start(Suites.launch("readme").on(DEFAULT_PORT_BASE))) {
            suite.awaitSaid("Try, for instance", java.time.Duration.ofMinutes(4));
            assertPrints(suite, minutes);
            assertPrints(suite, recipes);
        }
    }

    private static void assertPrints(Suite suite, List<Console.Step> steps) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            script.append(steps.get(i).command())
                    .append("\necho; echo '")
                    .append(mark(i))
                    .append("'\n");
        }
        String printed = run(suite, script.toString());
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            int to = printed.indexOf(mark(i), from);
            assertThat(to).as("end of step %d in:%n%s", i, printed).isNotNegative();
            assertPrinted(steps.get(i), printed.substring(from, to));
            from = to + mark(i).length();
        }
    }

    private static String mark(int step) {
        return "=== end of step " + step + " ===";
    }

    /** One shell for all, so that a variable set by one command is there for the next. */
    private static String run(Suite suite, String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(Repository.root().toFile())
                .redirectErrorStream(true);
        builder.environment().put("STANDING_BUILD", "never");
        builder.environment().put("STANDING_HOME", suite.home().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        Thread limit = Thread.ofVirtual().start(() -> endAfterPatience(process));
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        limit.interrupt();
        return printed;
    }

    private static void endAfterPatience(Process process) {
        try {
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertPrinted(Console.Step step, String printed) {
        for (String fragment : step.fragments()) {
            String pattern =
                    Stream.of(ANYTHING.split(fragment, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            assertThat(Pattern.compile(pattern).matcher(printed).find())
                    .as("'%s' should print '%s' and printed:%n%s", step.command(), fragment, printed)
                    .isTrue();
        }
    }
}
