package dev.standing.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    BucketsTest() {
        registry.config().meterFilter(new Buckets());
    }

    @Test
    void everyTimeOfOursIsAHistogram() {
        Timer timer = registry.timer("standing.scoring.accept.to.score");

        timer.record(Duration.ofMillis(42));

        assertThat(countUpTo(timer, 30)).isZero();
        assertThat(countUpTo(timer, 50)).isOne();
    }

    @Test
    void callsHaveTheBucketThatTheObjectiveOfChecksIsReadFrom() {
        Timer timer = registry.timer("http.server.requests", "uri", "/v1/checks");

        timer.record(Duration.ofMillis(99));

        assertThat(countUpTo(timer, 50)).isZero();
        assertThat(countUpTo(timer, 100)).isOne();
    }

    @Test
    void whatOthersMeasureAndWhatIsNoTimeStaysAsItIs() {
        assertThat(registry.timer("kafka.request.latency").takeSnapshot().histogramCounts())
                .isEmpty();
        DistributionSummary sizes = registry.summary("standing.writer.batch.size");
        assertThat(sizes.takeSnapshot().histogramCounts()).isEmpty();
    }

    private static double countUpTo(Timer timer, long millis) {
        return Arrays.stream(timer.takeSnapshot().histogramCounts())
                .filter(bucket -> bucket.bucket(TimeUnit.MILLISECONDS) == millis)
                .mapToDouble(CountAtBucket::count)
                .sum();
    }
}
