package dev.standing.ingest.consents;

import dev.standing.contracts.consent.Purpose;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often members use their rights: what they allow and what they take back. */
@Singleton
@Startup
class ConsentMetrics {
    private final Map<Purpose, Counter> granted = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Counter> withdrawn = new EnumMap<>(Purpose.class);

    ConsentMetrics(MeterRegistry registry) {
        for (Purpose purpose : Purpose.values()) {
            granted.put(purpose, counter(registry, purpose, "granted"));
            withdrawn.put(purpose, counter(registry, purpose, "withdrawn"));
        }
    }

    void written(List<ConsentBook.Change> changes) {
        for (ConsentBook.Change change : changes) {
            Counter counter = (change.consent().granted() ? granted : withdrawn)
                    .get(change.consent().purpose());
            if (counter != null) {
                counter.increment();
            }
        }
    }

    private static Counter counter(MeterRegistry registry, Purpose purpose, String decision) {
        return Counter.builder("standing.ingest.consents")
                .description("Consents that changed, by what they are for")
                .tag("purpose", purpose.code())
                .tag("decision", decision)
                .register(registry);
    }
}
