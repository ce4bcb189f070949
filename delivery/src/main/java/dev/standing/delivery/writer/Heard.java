package dev.standing.delivery.writer;

import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.delivery.writer.Broker.Extent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far ingest has been heard. A watermark says that all before it is in its topic; so the broker is asked, without waiting,
 * where the topic ends, and once all up to there is applied the watermark is heard. Used by one thread.
 */
final class Heard {
    private static final int MOST_GOALS = 100;

    private final Broker broker;
    private final Map<String, WatermarkEvent> arrived = new HashMap<>();
    private final Deque<Goal> goals = new ArrayDeque<>();
    private @Nullable Question question;

    Heard(Broker broker) {
        this.broker = broker;
    }

    private record Question(
            Map<String, WatermarkEvent> watermarks, CompletableFuture<Map<TopicPartition, Extent>> extents) {}

    /** Ends of partitions, which it takes to have heard watermarks, by topic. */
    private record Goal(Map<String, WatermarkEvent> watermarks, Map<TopicPartition, Long> ends) {
        static Goal of(Map<String, WatermarkEvent> watermarks, Map<TopicPartition, Extent> extents) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            extents.forEach((partition, extent) -> {
                if (watermarks.containsKey(partition.topic()) && extent.first() < extent.end()) {
                    ends.put(partition, extent.end());
                }
            });
            return new Goal(watermarks, ends);
        }

        boolean isReached(Map<TopicPartition, Long> next) {
            return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    /** A watermark has come; what was told before it may still be on its way. Those of topics that are not read here say nothing. */
    void arrived(WatermarkEvent watermark) {
        if (broker.knows(watermark.topic())) {
            arrived.put(watermark.topic(), watermark);
        }
    }

    /** Whether the broker's answer is about to come. */
    boolean asks() {
        return question != null;
    }

    /** Takes the answer where it is there, asks where it is time to, and says what has been heard since the last look. */
    Map<String, WatermarkEvent> look(Map<TopicPartition, Long> next) {
        takeAnswer();
        if (question == null && !arrived.isEmpty() && goals.size() < MOST_GOALS) {
            question = new Question(Map.copyOf(arrived), broker.extents());
            arrived.clear();
        }
        Map<String, WatermarkEvent> heard = new HashMap<>();
        for (Goal goal = goals.peek(); goal != null && goal.isReached(next); goal = goals.peek()) {
            heard.putAll(goals.remove().watermarks());
        }
        return heard;
    }

    /** Where the broker is away, the next watermarks ask again. */
    private void takeAnswer() {
        if (question != null && question.extents().isDone()) {
            if (!question.extents().isCompletedExceptionally()) {
                goals.add(Goal.of(question.watermarks(), question.extents().join()));
            }
            question = null;
        }
    }
}
