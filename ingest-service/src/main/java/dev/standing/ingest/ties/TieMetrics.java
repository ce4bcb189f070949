package dev.standing.ingest.ties;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What operators see of asking for ties, and nobody else: how often it was somebody who has not joined. */
@Singleton
class TieMetrics {
    private final Counter ofMembers;
    private final Counter ofNobody;

    TieMetrics(MeterRegistry registry) {
        ofMembers = asked(registry, "member");
        ofNobody = asked(registry, "nobody");
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
}
