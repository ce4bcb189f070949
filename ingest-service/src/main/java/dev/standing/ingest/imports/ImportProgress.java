package dev.standing.ingest.imports;

import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * How far one import has come. Counted as it is answered, and said now and then where it takes long, so that an operator sees that it
 * goes on, how fast, and after how many lines it ended. Nothing of what lines say is said. Used by one thread at a time.
 */
final class ImportProgress {
    static final Duration SAID_EVERY = Duration.ofSeconds(10);

    private final ImportMetrics.What what;
    private final ImportMetrics metrics;
    private final LongSupplier nanoTime;
    private final Consumer<String> log;
    private final Map<OutcomeState, Long> answered = new EnumMap<>(OutcomeState.class);
    private final long startedAt;
    private long saidAt;

    /** @param nanoTime as {@link System#nanoTime} */
    ImportProgress(ImportMetrics.What what, ImportMetrics metrics, LongSupplier nanoTime, Consumer<String> log) {
        this.what = what;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.log = log;
        startedAt = nanoTime.getAsLong();
        saidAt = startedAt;
    }

    /** A chunk is committed, and this is what became of its lines. */
    void answered(List<Outcome> outcomes) {
        outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::state, Collectors.counting()))
                .forEach((state, times) -> {
                    answered.merge(state, times, Long::sum);
                    metrics.answered(what, state, times);
                });
        if (nanoTime.getAsLong() - saidAt >= SAID_EVERY.toNanos()) {
            saidAt = nanoTime.getAsLong();
            say("goes on");
        }
    }

    /** @param whole whether its body came to its end, and all of it was answered */
    void ended(boolean whole) {
        if (saidAt != startedAt) {
            say(whole ? "is done" : "broke off; what is sent again counts once");
        }
    }

    private void say(String how) {
        long lines = answered.values().stream().mapToLong(Long::longValue).sum();
        double seconds = (nanoTime.getAsLong() - startedAt) / 1e9;
        log.accept(String.format(
                Locale.ROOT,
                "an import of %s %s: %,d lines in %,.0f s, %,.0f a second: %s",
                what.plural(),
                how,
                lines,
                seconds,
                lines / seconds,
                answered.entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "%,d %s",
                                entry.getValue(),
                                entry.getKey().code()))
                        .collect(Collectors.joining(", "))));
    }
}
