package dev.standing.delivery.writer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the broker says of the topics, which a channel does not: their ids, and where their partitions begin and end. */
final class Broker implements AutoCloseable {
    private static final int ASK_MILLIS = 5_000;

    private final Collection<String> topics;
    private final Map<String, Object> settings;
    private @Nullable Admin admin;
    private boolean closed;

    Broker(Map<String, Object> kafka, Collection<String> topics) {
        this.topics = topics;
        this.settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ASK_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASK_MILLIS);
    }

    /** The offsets that a partition holds: from {@code first} on, up to before {@code end}. */
    record Extent(long first, long end) {}

    /** Whether this is one of the topics. */
    boolean knows(String topic) {
        return topics.contains(topic);
    }

    /** The id of each topic, which no topic of the same name will have again. */
    Map<String, String> topicIds() {
        try {
            Map<String, String> ids = new HashMap<>();
            describe()
                    .toCompletableFuture()
                    .get(ASK_MILLIS, TimeUnit.MILLISECONDS)
                    .forEach((topic, description) ->
                            ids.put(topic, description.topicId().toString()));
            return ids;
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerIsAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerIsAway(e);
        }
    }

    /** Asks without waiting. */
    CompletableFuture<Map<TopicPartition, Extent>> extents() {
        try {
            return describe().thenCompose(this::extents).toCompletableFuture();
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Map<TopicPartition, Extent>> extents(Map<String, TopicDescription> descriptions) {
        List<TopicPartition> partitions = new ArrayList<>();
        descriptions.forEach((topic, description) -> description
                .partitions()
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        return offsets(partitions, OffsetSpec.earliest())
                .thenCombine(offsets(partitions, OffsetSpec.latest()), (firsts, ends) -> {
                    Map<TopicPartition, Extent> extents = new HashMap<>();
                    firsts.forEach((partition, first) -> {
                        ListOffsetsResultInfo end = ends.getOrDefault(partition, first);
                        extents.put(partition, new Extent(first.offset(), end.offset()));
                    });
                    return extents;
                });
    }

    private CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, which));
        return admin().listOffsets(question).all().toCompletionStage();
    }

    private CompletionStage<Map<String, TopicDescription>> describe() {
        return admin().describeTopics(topics).allTopicNames().toCompletionStage();
    }

    /** Not before it is asked for: a broker whose name does not resolve yet must not keep a service from starting. */
    private synchronized Admin admin() {
        if (closed) {
            throw new KafkaException("the admin client is closed");
        }
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    /** Waits for the client's thread, which may be in {@link #admin()} at that moment: so not under the lock. */
    @Override
    public void close() {
        Admin last = closeToAsking();
        if (last != null) {
            last.close(Duration.ZERO);
        }
    }

    private synchronized @Nullable Admin closeToAsking() {
        closed = true;
        return admin;
    }

    /** The broker did not say. */
    static final class BrokerIsAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokerIsAway(Throwable cause) {
            super("the broker does not say what topics there are", cause);
        }
    }
}
