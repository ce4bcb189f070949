package dev.standing.delivery.writer;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition is applied, kept by the transactions that apply it. What lies before is passed over: another leader
 * may have applied it, or the broker says it again. The topic's id stands beside its positions, for those of a topic that was
 * deleted say nothing of the one that was made in its place.
 *
 * <p>In the table {@code position (topic text, partition int, topic_id text, next_offset bigint)}. Used by one thread.
 */
final class Positions {
    private static final Columns<Position> COLUMNS = Columns.of(Position.class)
            .text(Position::topic)
            .int4(Position::partition)
            .text(Position::topicId)
            .int8(Position::next);

    private final String table;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();

    private Positions(String table) {
        this.table = table;
    }

    /** A row of the table. */
    private record Position(String topic, int partition, String topicId, long next) {}

    static Positions load(Session session, String schema) {
        Positions positions = new Positions(schema + ".position");
        for (Row row : session.run("select topic, partition, topic_id, next_offset from " + positions.table)) {
            positions.next.put(new TopicPartition(row.getString(0), row.getInteger(1)), row.getLong(3));
            positions.topicIds.put(row.getString(0), row.getString(2));
        }
        return positions;
    }

    Map<TopicPartition, Long> next() {
        return next;
    }

    /** Those that are not applied yet. */
    List<ConsumerRecord<byte[], byte[]>> notApplied(List<ConsumerRecord<byte[], byte[]>> messages) {
        List<ConsumerRecord<byte[], byte[]>> fresh = new ArrayList<>(messages.size());
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (message.offset() >= next.getOrDefault(partition(message), 0L)) {
                fresh.add(message);
            }
        }
        return fresh;
    }

    /**
     * Forgets the positions of topics that are others now, and remembers the ids.
     *
     * @return the topics that were made anew
     */
    Set<String> compare(Session session, Map<String, String> idsNow) {
        Set<String> anew = new TreeSet<>();
        idsNow.forEach((topic, id) -> {
            String known = topicIds.put(topic, id);
            if (known != null && !known.equals(id)) {
                anew.add(topic);
            }
        });
        for (String topic : anew) {
            session.run("delete from " + table + " where topic = $1", topic);
            next.keySet().removeIf(partition -> partition.topic().equals(topic));
        }
        return anew;
    }

    /** Writes down that the messages are applied, in the transaction that applies them. */
    void save(Session session, List<ConsumerRecord<byte[], byte[]>> messages) {
        List<Position> positions = new ArrayList<>();
        after(messages)
                .forEach((partition, offset) -> positions.add(new Position(
                        partition.topic(),
                        partition.partition(),
                        topicIds.getOrDefault(partition.topic(), ""),
                        offset)));
        session.send(
                "insert into " + table + " (topic, partition, topic_id, next_offset)"
                        + " select * from unnest($1::text[], $2::int[], $3::text[], $4::bigint[])"
                        + " on conflict (topic, partition) do update"
                        + " set topic_id = excluded.topic_id, next_offset = excluded.next_offset",
                COLUMNS.of(positions));
    }

    /** The transaction is committed. */
    void advance(List<ConsumerRecord<byte[], byte[]>> messages) {
        next.putAll(after(messages));
    }

    private static Map<TopicPartition, Long> after(List<ConsumerRecord<byte[], byte[]>> messages) {
        Map<TopicPartition, Long> after = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            after.merge(partition(message), message.offset() + 1, Math::max);
        }
        return after;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }
}
