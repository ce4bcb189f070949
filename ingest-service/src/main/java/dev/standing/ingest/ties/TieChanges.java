package dev.standing.ingest.ties;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** How many ties begin and end; what was merely asked is nobody's business. */
@Singleton
@Startup
class TieChanges {
    private final Counter active;
    private final Counter severed;

    TieChanges(MeterRegistry registry) {
        active = counter(registry, "active");
        severed = counter(registry, "severed");
    }

    void written(List<TieBook.Change> changes) {
        for (TieBook.Change change : changes) {
            if (change.published()) {
                (change.tie().state() == TieState.ACTIVE ? active : severed).increment();
            }
        }
    }

    private static Counter counter(MeterRegistry registry, String state) {
        return Counter.builder("standing.ingest.ties")
                .description("Ties that became active or were severed")
                .tag("state", state)
                .register(registry);
    }
}
