package dev.standing.scoring.intake;

import dev.standing.influence.InfluenceEngine;
import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.setup.ScoringConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How many members there are, as of when they were last evaluated, and the numbers that prove that nobody gains by dropping a
 * friend, measured on the live scores: of everybody in a community up to a size, for changes wait meanwhile; above it of a sample,
 * in a copy of the community. Nobody asks for this bean: it is made at the start, so that the gauges are there from the first
 * scrape on.
 */
@Singleton
@Startup
final class CommunityGauges {
    private final Scorer scorer;
    private final Renewal renewal;
    private final ScoringConfig config;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private volatile ShunningSample sample = ShunningSample.NONE;
    private long sampledAtNanos;

    CommunityGauges(MeterRegistry registry, Scorer scorer, Renewal renewal, ScoringConfig config) {
        this.scorer = scorer;
        this.renewal = renewal;
        this.config = config;
        Gauge.builder("standing.scoring.members", this, CommunityGauges::members)
                .description("Members in the influence engine; 0 where this process does not lead")
                .register(registry);
        String shunning = "standing.scoring.shunning.";
        Gauge.builder(shunning + "gain", this, gauges -> gauges.sample.largestGainInPoints())
                .description(
                        "The most that any member who was measured would gain at the moment of dropping any one friend;"
                                + " nothing where this process does not lead")
                .baseUnit("points")
                .register(registry);
        Gauge.builder(shunning + "measured", this, gauges -> gauges.sample.measured())
                .description("Members whose gain by dropping a friend was measured, at random where not all;"
                        + " 0 where this process does not lead")
                .baseUnit("members")
                .register(registry);
        Gauge.builder(shunning + "share.least", this, gauges -> gauges.sample.leastShare())
                .description(
                        "Share of all members who would gain by dropping a friend: the lower end of its interval of 95 % confidence;"
                                + " nothing where this process does not lead")
                .baseUnit("ratio")
                .register(registry);
        Gauge.builder(shunning + "share.most", this, gauges -> gauges.sample.mostShare())
                .description(
                        "Share of all members who would gain by dropping a friend: the upper end of its interval of 95 % confidence;"
                                + " nothing where this process does not lead")
                .baseUnit("ratio")
                .register(registry);
        Gauge.builder("standing.scoring.as.of.timestamp", this, CommunityGauges::asOf)
                .description(
                        "The beginning of the day as of which everybody was last evaluated; nothing where this process does not lead")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() throws IOException {
        InfluenceEngine engine = engine();
        if (engine == null) {
            sample = ShunningSample.NONE;
        } else if (engine.memberCount() <= config.shunningMembers()) {
            sample = ShunningSample.ofAll(engine);
        } else if (sample.measured() == 0 || isSampleOld()) {
            sample = ShunningSample.ofSome(engine, config.shunningSample(), random);
            sampledAtNanos = System.nanoTime();
        }
    }

    private boolean isSampleOld() {
        return System.nanoTime() - sampledAtNanos >= config.shunningEvery().toNanos();
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
