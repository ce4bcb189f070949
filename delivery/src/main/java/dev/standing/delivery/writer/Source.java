package dev.standing.delivery.writer;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The consumer behind the channel. Whatever partitions it is given it reads from their beginning; where that is long
 * applied, it is told to go on from the position.
 */
final class Source {
    private static final Logger LOG = Logger.getLogger(Source.class);

    private final KafkaClientService clients;
    private final String channel;

    Source(KafkaClientService clients, String channel) {
        this.clients = clients;
        this.channel = channel;
    }

    /** Moves forward to the positions, and nowhere back: what lies between the two is on its way. Does not wait. */
    void moveTo(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> targets = new HashMap<>(positions);
        clients.<byte[], byte[]>getConsumer(channel)
                .runOnPollingThread((Consumer<byte[], byte[]> consumer) -> move(consumer, targets))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("the consumer did not move: %s", failure.getMessage()));
    }

    private static void move(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> targets) {
        for (TopicPartition partition : consumer.assignment()) {
            Long target = targets.get(partition);
            try {
                if (target != null && consumer.position(partition) < target) {
                    consumer.seek(partition, target);
                }
            } catch (KafkaException e) {
                LOG.debugf("no position yet in %s: %s", partition, e.getMessage());
            }
        }
    }
}
