package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.stack.StackFile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;

/** Where the seconds of a start went: when each process was started and when it served, counted from the launcher's start. */
final class Timings {

    private Timings() {}

    static String of(Home home, long commandStartedNanos) {
        StackFile file = StackFile.read(home.stackFile());
        if (file == null) {
            return "No timings: stack.json is missing.";
        }
        // Not the start of the process, which was the script before, and perhaps a build.
        Instant launcher =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        double ownStart = (ManagementFactory.getRuntimeMXBean().getUptime()
                        - (System.nanoTime() - commandStartedNanos) / 1_000_000)
                / 1000.0;
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("Seconds since the launcher's JVM was started:");
        lines.add("  %-19s at work from %4.1f".formatted("launcher", ownStart));
        for (Map.Entry<String, StackFile.Entry> each : file.processes().entrySet()) {
            String startedAt = each.getValue().startedAt();
            if (startedAt != null) {
                double started =
                        Duration.between(launcher, Instant.parse(startedAt)).toMillis() / 1000.0;
                double ready = started + each.getValue().readyAfterMillis() / 1000.0;
                lines.add("  %-19s started at %4.1f, ready at %4.1f".formatted(each.getKey(), started, ready));
            }
        }
        return lines.toString();
    }
}
