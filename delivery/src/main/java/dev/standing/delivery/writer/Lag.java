package dev.standing.delivery.writer;

import dev.standing.delivery.writer.Broker.Extent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the leader is behind the topics, asked of the broker every other second and never waited for; and whether it has
 * applied all that they held at the beginning of its term. Used by one thread.
 */
final class Lag {
    private static final long ASK_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Broker broker;
    private final WriterStatus status;
    private long askedAtNanos = System.nanoTime() - ASK_EVERY_NANOS;
    private @Nullable CompletableFuture<Map<TopicPartition, Extent>> question;
    private @Nullable Map<TopicPartition, Long> goal;

    Lag(Broker broker, WriterStatus status) {
        this.broker = broker;
        this.status = status;
    }

    /** Asks where it is time to, takes the answer where it is there. */
    void look(Map<TopicPartition, Long> next) {
        if (question == null && System.nanoTime() - askedAtNanos >= ASK_EVERY_NANOS) {
            askedAtNanos = System.nanoTime();
            question = broker.extents();
        }
        if (question != null && question.isDone()) {
            if (question.isCompletedExceptionally()) {
                status.brokerIsAway();
            } else {
                take(question.join(), next);
            }
            question = null;
        }
    }

    private void take(Map<TopicPartition, Extent> extents, Map<TopicPartition, Long> next) {
        Map<TopicPartition, Long> missing = new HashMap<>();
        long lag = 0;
        for (Map.Entry<TopicPartition, Extent> each : extents.entrySet()) {
            Extent extent = each.getValue();
            long position = Math.max(extent.first(), next.getOrDefault(each.getKey(), 0L));
            if (position < extent.end()) {
                lag += extent.end() - position;
                missing.put(each.getKey(), extent.end());
            }
        }
        status.lag(lag);
        if (goal == null) {
            goal = missing;
        }
    }

    /** Whether all is applied that was there when the broker first answered. */
    boolean caughtUp(Map<TopicPartition, Long> next) {
        if (goal == null) {
            return false;
        }
        goal.entrySet().removeIf(each -> next.getOrDefault(each.getKey(), 0L) >= each.getValue());
        return goal.isEmpty();
    }
}
