package dev.standing.ingest.ledger;

import dev.standing.ingest.outcome.OutcomeState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a dashboard shows of the ledger: how much comes in, in groups of which size, and how long a commit takes. */
@ApplicationScoped
@Startup
public class LedgerMetrics {
    private final Counter accepted;
    private final Counter duplicates;
    private final DistributionSummary groupSize;
    private final Timer commit;

    LedgerMetrics(MeterRegistry registry) {
        accepted = records(registry, "accepted");
        duplicates = records(registry, "duplicate");
        groupSize = DistributionSummary.builder("standing.ingest.group.commit.size")
                .description("Records that shared a commit")
                .baseUnit("records")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
                .register(registry);
        commit = Timer.builder("standing.ingest.group.commit.time")
                .description("From the first statement of a group to its flushed commit")
                .register(registry);
    }

    private static Counter records(MeterRegistry registry, String outcome) {
        return Counter.builder("standing.ingest.records")
                .description("Records that the ledger has: newly committed, or there already with the same content")
                .tag("outcome", outcome)
                .register(registry);
    }

    void committed(int records, List<OutcomeState> outcomes, long nanos) {
        groupSize.record(records);
        commit.record(nanos, TimeUnit.NANOSECONDS);
        int fresh = 0;
        int repeated = 0;
        for (OutcomeState outcome : outcomes) {
            fresh += outcome == OutcomeState.ACCEPTED ? 1 : 0;
            repeated += outcome == OutcomeState.DUPLICATE ? 1 : 0;
        }
        accepted.increment(fresh);
        duplicates.increment(repeated);
    }
}
