package dev.standing.web.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;

/**
 * Every time that the suite measures is a histogram with the same fixed buckets in each process, so that the sum over replicas means
 * something. A quantile that a process works out by itself does not: the mean of two p99 is nobody's.
 */
@Singleton
public final class Buckets implements MeterFilter {
    private static final double[] CALLS = nanos(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);

    /** From one batch to a backlog of hours; steps are small where things usually are. */
    private static final double[] DELAYS = nanos(
            5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 2_000, 3_000, 5_000, 10_000, 30_000, 60_000,
            300_000, 3_600_000);

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (id.getType() != Meter.Type.TIMER) {
            return config;
        }
        if (id.getName().equals(CallLabels.METER)) {
            return with(CALLS, config);
        }
        return id.getName().startsWith("standing.") ? with(DELAYS, config) : config;
    }

    private static DistributionStatisticConfig with(double[] buckets, DistributionStatisticConfig config) {
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(buckets)
                .build()
                .merge(config);
    }

    private static double[] nanos(long... millis) {
        return Arrays.stream(millis)
                .mapToDouble(each -> Duration.ofMillis(each).toNanos())
                .toArray();
    }
}
