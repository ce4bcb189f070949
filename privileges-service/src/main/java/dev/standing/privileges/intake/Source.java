package dev.standing.privileges.intake;

import dev.standing.contracts.event.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * All partitions of the two topics, in one hand: memory holds every member, so there is nothing to share out, and no
 * rebalance to wait for. Offsets are committed after the transaction, where the group's lag can be seen by usual tools.
 */
final class Source implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Source.class);
    private static final String GROUP = "privileges-service";
    private static final Duration ASK = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaClientMetrics metrics;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private Map<TopicPartition, Long> ends = Map.of();

    /** Opens it at the offsets committed last, or at the beginning. */
    Source(Map<String, Object> kafka, int batchMessages, MeterRegistry registry) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchMessages);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(registry);
    }

    /** Takes all partitions; false where a topic is not there yet. */
    boolean assign() {
        partitions.clear();
        for (String topic : List.of(Topics.SCORES, Topics.CONSENTS)) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, ASK);
            if (found == null || found.isEmpty()) {
                return false;
            }
            found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        ends = consumer.endOffsets(partitions, ASK);
        return true;
    }

    ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        return consumer.poll(patience);
    }

    /** Whether everything is read that was there when the partitions were taken. */
    boolean caughtUp() {
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            if (consumer.position(end.getKey(), ASK) < end.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Messages not read yet, or -1 where the broker does not answer. */
    long lag() {
        try {
            long lag = 0;
            for (Map.Entry<TopicPartition, Long> end :
                    consumer.endOffsets(partitions, ASK).entrySet()) {
                lag += Math.max(0, end.getValue() - consumer.position(end.getKey(), ASK));
            }
            return lag;
        } catch (KafkaException e) {
            return -1;
        }
    }

    /** Without waiting: what is not committed comes again, and changes nothing. */
    void commit() {
        consumer.commitAsync((offsets, failure) -> {
            if (failure != null) {
                LOG.debugf("offsets were not committed: %s", failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        metrics.close();
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(ASK));
    }
}
