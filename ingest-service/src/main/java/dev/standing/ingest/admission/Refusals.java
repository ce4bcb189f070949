package dev.standing.ingest.admission;

import dev.standing.contracts.identity.PartnerId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what was turned away, by partner and reason: in a metric, and in memory for whoever keeps it. It is all that is kept of a refused
 * record. In the metric, partners after the first {@value #MOST_PARTNERS} are counted together: however many an issuer has tokens for,
 * metrics stay small.
 */
@ApplicationScoped
public class Refusals {
    static final int MOST_PARTNERS = 200;
    static final String OTHERS = "OTHER";

    private final MeterRegistry registry;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final Set<String> partners = ConcurrentHashMap.newKeySet();
    private final RefusalTally tally;

    Refusals(MeterRegistry registry) {
        this.registry = registry;
        tally = new RefusalTally(Counter.builder("standing.ingest.records.refused.lost")
                .description(
                        "Refusals that partners' figures miss, for too many of different partners and reasons waited to be kept")
                .register(registry)::increment);
    }

    /** One record of that partner was turned away. */
    public void count(PartnerId partner, RefusalReason reason) {
        counters.computeIfAbsent(new Key(label(partner), reason), this::counter).increment();
        tally.add(partner, reason, 1);
    }

    /** What was counted since the last time, for who keeps it. What could not be kept is to be {@linkplain #giveBack given back}. */
    public List<RefusalCount> take() {
        return tally.take();
    }

    public void giveBack(Collection<RefusalCount> counts) {
        tally.giveBack(counts);
    }

    /** A few more than the most where several are new at the same moment. */
    private String label(PartnerId partner) {
        String name = partner.value();
        if (partners.contains(name)) {
            return name;
        }
        return partners.size() < MOST_PARTNERS && partners.add(name) ? name : OTHERS;
    }

    private Counter counter(Key key) {
        return Counter.builder("standing.ingest.records.refused")
                .description("Records that were turned away at admission or by the ledger")
                .tag("partner", key.partner())
                .tag("reason", key.reason().label())
                .register(registry);
    }

    private record Key(String partner, RefusalReason reason) {}
}
