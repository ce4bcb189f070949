package dev.standing.ingest.admission;

import dev.standing.contracts.identity.PartnerId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was turned away, by partner and reason. It is all that is kept of a refused record. */
@ApplicationScoped
public class Refusals {
    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    Refusals(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One record of that partner was turned away. */
    public void count(PartnerId partner, RefusalReason reason) {
        counters.computeIfAbsent(new Key(partner, reason), this::counter).increment();
    }

    private Counter counter(Key key) {
        return Counter.builder("standing.ingest.records.refused")
                .description("Records that were turned away at admission or by the ledger")
                .tag("partner", key.partner().value())
                .tag("reason", key.reason().label())
                .register(registry);
    }

    private record Key(PartnerId partner, RefusalReason reason) {}
}
