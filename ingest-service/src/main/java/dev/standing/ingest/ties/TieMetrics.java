package dev.standing.ingest.ties;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** What operators see of ties, and nobody else: how many begin and end, and how often somebody was asked who has not joined. */
@Singleton
@Startup
class TieMetrics {
    private final Counter active;
    private final Counter severed;
    private final Counter ofMembers;
    private final Counter ofNobody;

    TieMetrics(MeterRegistry registry) {
        active = changed(registry, "active");
        severed = changed(registry, "severed");
        ofMembers = asked(registry, "member");
        ofNobody = asked(registry, "nobody");
    }

    private static Counter changed(MeterRegistry registry, String state) {
        return Counter.builder("standing.ingest.ties")
                .description("Ties that became active or were severed")
                .tag("state", state)
                .register(registry);
    }

    private static Counter asked(MeterRegistry registry, String other) {
        return Counter.builder("standing.ingest.ties.asked")
                .description("Ties that were asked for, by whether the other had joined")
                .tag("other", other)
                .register(registry);
    }

    void asked(boolean ofMember) {
        (ofMember ? ofMembers : ofNobody).increment();
    }

    void written(List<TieBook.Change> changes) {
        for (TieBook.Change change : changes) {
            if (change.published()) {
                (change.tie().state() == TieState.ACTIVE ? active : severed).increment();
            }
        }
    }
}
