package dev.standing.ingest.disputes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** How many disputes are opened, and what becomes of them. */
@Singleton
@Startup
class DisputeMetrics {
    private final Map<DisputeState, Counter> written = new EnumMap<>(DisputeState.class);

    DisputeMetrics(MeterRegistry registry) {
        for (DisputeState state : DisputeState.values()) {
            written.put(
                    state,
                    Counter.builder("standing.ingest.disputes")
                            .description("Disputes that were opened, upheld or rejected")
                            .tag("state", state.code())
                            .register(registry));
        }
    }

    void written(Dispute dispute) {
        Counter counter = written.get(dispute.state());
        if (counter != null) {
            counter.increment();
        }
    }
}
