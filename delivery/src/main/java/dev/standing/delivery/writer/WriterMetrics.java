package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.delivery.DeadLetters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.TopicPartition;

/** What a dashboard shows of a writer: {@code standing.writer.*}. Gauges are such that their sum over processes is the service's. */
final class WriterMetrics {
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Counter recoveries;
    private final DeadLetters deadLetters;
    private final Map<String, AtomicLong> applied = new HashMap<>();

    WriterMetrics(MeterRegistry registry, Collection<String> topics, WriterStatus status) {
        batchSize = DistributionSummary.builder("standing.writer.batch.size")
                .description("Messages that shared one transaction")
                .baseUnit("messages")
                .serviceLevelObjectives(1, 10, 100, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
                .register(registry);
        batchTime = Timer.builder("standing.writer.batch.time")
                .description("From a batch read to its commit")
                .register(registry);
        recoveries = Counter.builder("standing.writer.recoveries")
                .description("Failures after which memory was read anew")
                .register(registry);
        deadLetters = new DeadLetters(registry, topics);
        for (String topic : topics) {
            AtomicLong offsets = new AtomicLong();
            applied.put(topic, offsets);
            Gauge.builder("standing.writer.applied", offsets, AtomicLong::get)
                    .description("How far the topic is applied: the next offsets of its partitions, summed up")
                    .baseUnit("messages")
                    .tag("topic", topic)
                    .strongReference(true)
                    .register(registry);
        }
        register(registry, status);
    }

    private static void register(MeterRegistry registry, WriterStatus status) {
        gauge("standing.writer.leading", status, s -> s.leads() ? 1 : 0)
                .description("1 where this process is the one that writes")
                .register(registry);
        gauge("standing.writer.hears", status, s -> s.hears() ? 1 : 0)
                .description("1 where this process leads and the broker has answered it lately")
                .register(registry);
        gauge("standing.writer.held.up", status, s -> s.heldUp() ? 1 : 0)
                .description("1 where messages in a row cannot be applied, and none is passed over any more")
                .register(registry);
        gauge("standing.writer.lag", status, WriterMetrics::lag)
                .description(
                        "Messages not applied yet; 0 where this process does not lead, nothing where the broker does not answer")
                .baseUnit("messages")
                .register(registry);
        for (Phase phase : Phase.values()) {
            gauge("standing.writer.phase", status, s -> s.phase() == phase ? 1 : 0)
                    .description("1 of the phase that this process is in")
                    .tag("phase", phase.toString())
                    .register(registry);
        }
    }

    private static Gauge.Builder<WriterStatus> gauge(
            String name, WriterStatus status, ToDoubleFunction<WriterStatus> value) {
        return Gauge.builder(name, status, value).strongReference(true);
    }

    private static double lag(WriterStatus status) {
        return !status.leads() ? 0 : status.hears() ? status.lag() : Double.NaN;
    }

    void applied(int messages, Duration took) {
        batchSize.record(messages);
        batchTime.record(took);
    }

    /** How far each partition is applied. */
    void applied(Map<TopicPartition, Long> next) {
        applied.forEach((topic, offsets) -> offsets.set(next.entrySet().stream()
                .filter(position -> position.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum()));
    }

    void deadLetter(DeadLetter letter) {
        deadLetters.count(letter.topic());
    }

    void recovered() {
        recoveries.increment();
    }
}
