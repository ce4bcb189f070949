package dev.standing.acceptance.suite;

import dev.standing.contracts.event.Topics;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A suite's Kafka, seen from outside. */
public final class Broker implements AutoCloseable {
    private static final int TIMEOUT_IN_SECONDS = 20;

    /** Whose offsets stand in their databases and not in Kafka. */
    private static final Map<String, List<Service>> READERS = Map.of(
            Topics.RECORDS, List.of(Service.SCORING),
            Topics.CONSENTS, List.of(Service.SCORING, Service.PRIVILEGES),
            Topics.TIES, List.of(Service.SCORING),
            Topics.PARTNERS, List.of(Service.SCORING),
            Topics.DISPUTES, List.of(Service.PRIVILEGES),
            Topics.SCORES, List.of(Service.PRIVILEGES));

    private final Suite suite;
    private final Properties properties = new Properties();
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    public Broker(Suite suite) {
        this.suite = suite;
        properties.put(
                "bootstrap.servers",
                "127.0.0.1:" + suite.stack().process("kafka").port());
        admin = Admin.create(properties);
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** How many messages were ever sent to a topic, over all partitions. */
    public long sent(String topic) {
        return ends(topic).values().stream().mapToLong(end -> end).sum();
    }

    /** Messages that some service which reads the topic has not applied, or some group not committed yet. */
    public long lag(String topic) {
        Map<TopicPartition, Long> ends = ends(topic);
        long sent = ends.values().stream().mapToLong(end -> end).sum();
        long lag = 0;
        for (Service reader : READERS.getOrDefault(topic, List.of())) {
            lag += Math.max(0, sent - applied(reader, topic));
        }
        for (GroupListing group :
                get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    get(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
            if (committed.keySet().stream().anyMatch(ends::containsKey)) {
                for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    lag += end.getValue() - (offset == null ? 0 : offset.offset());
                }
            }
        }
        return lag;
    }

    private long applied(Service reader, String topic) {
        return (long) new Metrics(suite, reader).sum("standing_writer_applied_messages", "topic=\"" + topic + "\"");
    }

    /** Waits until a topic has at least so many messages and all who read it have read them all. */
    public void awaitRead(String topic, long messages, Duration patience) {
        Await.until(topic + " has " + messages + " messages", patience, () -> sent(topic), sent -> sent >= messages);
        Await.until(topic + " is read to its end: lag", patience, () -> lag(topic), lag -> lag == 0);
    }

    public RecordMetadata send(String topic, String key, byte @Nullable [] value) {
        try {
            return producer.send(new ProducerRecord<>(topic, key, value)).get(TIMEOUT_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every message of a topic, those of one partition in order. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        Properties all = new Properties();
        all.putAll(properties);
        all.put("enable.auto.commit", "false");
        Map<TopicPartition, Long> ends = ends(topic);
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_IN_SECONDS);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(topic + " could not be read to its end");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages;
    }

    private Map<TopicPartition, Long> ends(String topic) {
        Collection<TopicPartition> partitions = Objects.requireNonNull(
                        get(admin.describeTopics(List.of(topic)).allTopicNames())
                                .get(topic),
                        topic)
                .partitions()
                .stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
