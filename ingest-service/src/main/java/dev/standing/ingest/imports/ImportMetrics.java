package dev.standing.ingest.imports;

import dev.standing.ingest.outcome.OutcomeState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many lines of imports were answered, so that whoever watches sees how far they are and how fast they go. */
@Singleton
@Startup
class ImportMetrics {
    /** A chunk that could not be committed has no answer that stands: it is in the log. */
    private static final List<OutcomeState> ANSWERS =
            List.of(OutcomeState.CREATED, OutcomeState.KNOWN, OutcomeState.CONFLICT, OutcomeState.REFUSED);

    private final Map<What, Map<OutcomeState, Counter>> lines = new EnumMap<>(What.class);

    ImportMetrics(MeterRegistry registry) {
        for (What what : What.values()) {
            Map<OutcomeState, Counter> counters = new EnumMap<>(OutcomeState.class);
            ANSWERS.forEach(state -> counters.put(state, counter(registry, what, state)));
            lines.put(what, counters);
        }
    }

    /** What lines are about. */
    enum What {
        MEMBERS,
        TIES;

        /** The word in the metric, and in the log. */
        String plural() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void answered(What what, OutcomeState state, long times) {
        Counter counter = lines.getOrDefault(what, Map.of()).get(state);
        if (counter != null) {
            counter.increment((double) times);
        }
    }

    private static Counter counter(MeterRegistry registry, What what, OutcomeState state) {
        return Counter.builder("standing.ingest.import.lines")
                .description("Lines of imports that were answered, by what became of them")
                .tag("what", what.plural())
                .tag("outcome", state.code())
                .register(registry);
    }
}
