package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
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
import org.apache.kafka.common.TopicPartition;

/** What a dashboard shows of a writer: {@code standing.<service>.*}. */
final class WriterMetrics {
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Counter recoveries;
    private final Map<String, Counter> deadLetters = new HashMap<>();
    private final Map<String, AtomicLong> applied = new HashMap<>();

    WriterMetrics(MeterRegistry registry, String service, Collection<String> topics, WriterStatus status) {
        String prefix = "standing." + service + ".";
        batchSize = DistributionSummary.builder(prefix + "batch.size")
                .description("messages that shared one transaction")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        batchTime = Timer.builder(prefix + "batch.time")
                .description("from the batch read to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        recoveries = Counter.builder(prefix + "recoveries")
                .description("failures after which memory was read anew")
                .register(registry);
        for (String topic : topics) {
            deadLetters.put(
                    topic,
                    Counter.builder(prefix + "dead.letters")
                            .description("messages that could not be read or applied")
                            .tag("topic", topic)
                            .register(registry));
            AtomicLong offsets = new AtomicLong();
            applied.put(topic, offsets);
            Gauge.builder(prefix + "applied", offsets, AtomicLong::get)
                    .description("how far the topic is applied: the next offsets of its partitions, summed up")
                    .tag("topic", topic)
                    .strongReference(true)
                    .register(registry);
        }
        Gauge.builder(prefix + "leading", status, s -> s.leads() ? 1 : 0)
                .description("1 where this process is the one that writes")
                .strongReference(true)
                .register(registry);
        Gauge.builder(prefix + "held.up", status, s -> s.heldUp() ? 1 : 0)
                .description("1 where messages in a row cannot be applied, and none is passed over any more")
                .strongReference(true)
                .register(registry);
        Gauge.builder(prefix + "lag", status, WriterStatus::lag)
                .description(
                        "messages not applied yet; -1 where this process does not lead or the broker does not answer")
                .strongReference(true)
                .register(registry);
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
        Counter counter = deadLetters.get(letter.topic());
        if (counter != null) {
            counter.increment();
        }
    }

    void recovered() {
        recoveries.increment();
    }
}
