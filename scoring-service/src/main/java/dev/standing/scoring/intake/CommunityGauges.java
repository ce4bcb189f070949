package dev.standing.scoring.intake;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.report.Removal;
import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.setup.ScoringConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * How many members there are, as of when they were last evaluated, and the number that proves that nobody gains by dropping a
 * friend: the largest gain of any member from dropping any one, measured on the live scores. Changes wait while it is measured,
 * so it is for communities up to a size; above it the gauge says nothing (NaN), and the report is run on a snapshot beside the service. Nobody asks for this
 * bean: it is made at the start, so that the gauges are there from the first scrape on.
 */
@Singleton
@Startup
final class CommunityGauges {
    private static final double ACCURACY_IN_POINTS = 0.01;

    private final Scorer scorer;
    private final Renewal renewal;
    private final ScoringConfig config;
    private volatile double largestGainInPoints = Double.NaN;

    CommunityGauges(MeterRegistry registry, Scorer scorer, Renewal renewal, ScoringConfig config) {
        this.scorer = scorer;
        this.renewal = renewal;
        this.config = config;
        Gauge.builder("standing.scoring.members", this, CommunityGauges::members)
                .description("Members in the influence engine; 0 where this process does not lead")
                .register(registry);
        Gauge.builder("standing.scoring.shunning.gain", this, gauges -> gauges.largestGainInPoints)
                .description("The most that any member would gain at the moment of dropping any one friend;"
                        + " nothing where this process does not lead or the community is too large to ask")
                .baseUnit("points")
                .register(registry);
        Gauge.builder("standing.scoring.as.of.timestamp", this, CommunityGauges::asOf)
                .description(
                        "The beginning of the day as of which everybody was last evaluated; nothing where this process does not lead")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        InfluenceEngine engine = engine();
        largestGainInPoints = engine == null || engine.memberCount() > config.shunningMembers()
                ? Double.NaN
                : engine.shunningReport(Removal.SEVERED, ACCURACY_IN_POINTS, 1).largestGainPoints();
    }

    private double members() {
        InfluenceEngine engine = engine();
        return engine == null ? 0 : engine.memberCount();
    }

    private double asOf() {
        return scorer.memory() == null
                ? Double.NaN
                : EpochDay.start(renewal.asOfDay()).getEpochSecond();
    }

    /** Null where this instance does not lead. */
    private @Nullable InfluenceEngine engine() {
        Memory memory = scorer.memory();
        return memory == null ? null : memory.community().engine();
    }
}
