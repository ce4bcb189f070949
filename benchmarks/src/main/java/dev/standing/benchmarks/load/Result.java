package dev.standing.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param answers how many answers of the expected status there were
 * @param failures answers of another status, and requests without one
 * @param seconds from the first request to the last answer
 * @param latencyInMicros of the expected answers; in an open load counted from when the request was due
 */
public record Result(long answers, long failures, double seconds, Histogram latencyInMicros) {
    public double perSecond() {
        return answers / seconds;
    }

    public double millisAt(double percentile) {
        return latencyInMicros.getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public String toString() {
        return "%,.0f/s, p50 %.2f ms, p99 %.2f ms%s"
                .formatted(perSecond(), millisAt(50), millisAt(99), failures == 0 ? "" : ", " + failures + " FAILED");
    }
}
