package dev.standing.privileges.decisions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What a dashboard wants to know of the decision log. */
final class DecisionMetrics {
    private final Counter kept;
    private final Counter lost;
    private final Counter refused;

    DecisionMetrics(Line line, MeterRegistry registry) {
        kept = counter(registry, "standing.privileges.decisions.kept", "Checks that are in the decision log");
        lost = counter(
                registry,
                "standing.privileges.decisions.lost",
                "Checks that were answered and are in no log, for too many waited or the process ended; of credit there are none");
        refused = counter(
                registry,
                "standing.privileges.decisions.refused",
                "Checks of credit that were not answered, for they could not be kept");
        Gauge.builder("standing.privileges.decisions.waiting", line, Line::size)
                .description("Checks that wait to be kept")
                .register(registry);
    }

    void kept(int checks) {
        kept.increment(checks);
    }

    void lost() {
        lost.increment();
    }

    void lost(int checks) {
        lost.increment(checks);
    }

    void refused() {
        refused.increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
