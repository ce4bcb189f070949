package dev.standing.local.command;

import dev.standing.stack.Management;
import dev.standing.stack.http.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How a service is doing, in a line: of its own metrics, and a dash for what it does not have or does not know. */
record ServiceState(String name, String phase, String lag, String outbox, String evaluated) {
    static final String HEADING = line("service", "phase", "behind", "unpublished for", "evaluated as of");

    private static final String NOTHING = "-";
    private static final List<String> PHASES =
            List.of("starting", "standing-by", "loading", "catching-up", "leading", "recovering");

    static ServiceState of(String name, int port) {
        return new Management(port)
                .page("/q/metrics")
                .map(text -> of(name, new Told(text)))
                .orElse(new ServiceState(name, "does not answer", NOTHING, NOTHING, NOTHING));
    }

    static ServiceState of(String name, Told told) {
        return new ServiceState(
                name,
                phase(told),
                leads(told) ? said(told.max("standing_writer_lag_messages"), "%,.0f") : NOTHING,
                said(told.max("standing_outbox_age_seconds"), "%.1f s"),
                told.max("standing_scoring_as_of_timestamp_seconds").stream()
                        .mapToObj(ServiceState::day)
                        .findAny()
                        .orElse(NOTHING));
    }

    /** Whoever does not lead, nor stands by, may still answer from memory: of what was known, or of nothing. */
    private static String phase(Told told) {
        String phase = PHASES.stream()
                .filter(each -> told.sum("standing_writer_phase", "phase=\"" + each + "\"") > 0)
                .findAny()
                .orElse("taking records");
        boolean answersFromMemory =
                told.max("standing_privileges_baseline_fallback").isPresent();
        if (!answersFromMemory || leads(told) || phase.equals("standing-by")) {
            return phase.replace('-', ' ');
        }
        return told.sum("standing_privileges_baseline_fallback") > 0
                ? "serving the baseline"
                : "serving from memory, " + said(told.max("standing_privileges_memory_age_seconds"), "%.0f s") + " old";
    }

    private static boolean leads(Told told) {
        return told.sum("standing_writer_leading") > 0;
    }

    private static String said(OptionalDouble value, String format) {
        return value.isEmpty() ? NOTHING : String.format(Locale.ROOT, format, value.getAsDouble());
    }

    private static String day(double epochSeconds) {
        return Instant.ofEpochSecond((long) epochSeconds)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    @Override
    public String toString() {
        return line(name, phase, lag, outbox, evaluated);
    }

    private static String line(String name, String phase, String lag, String outbox, String evaluated) {
        return "  %-19s %-30s %9s  %-16s %s".formatted(name, phase, lag, outbox, evaluated);
    }
}
