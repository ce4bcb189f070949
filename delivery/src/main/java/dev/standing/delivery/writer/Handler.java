package dev.standing.delivery.writer;

import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Session;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a service does as leader, and no more than that: claiming, reading, positions and recovery are the {@link Writer}'s.
 * All methods are called on the writer's thread, one at a time. Whatever one of them throws ends the term: memory is dropped
 * and {@link #load} is called again.
 */
public interface Handler {
    /**
     * Puts what is committed in the place of memory, at the beginning of each term.
     *
     * @param session not in a transaction
     * @param alive to be called now and then by whatever takes longer than seconds, during the whole term
     */
    void load(Session session, Runnable alive);

    /**
     * Applies messages inside the transaction that will also hold their positions. Memory may be changed at once: where the
     * transaction fails it is loaded again.
     *
     * @param messages in the order of each partition; none of them was applied before
     */
    Effect apply(List<ConsumerRecord<byte[], byte[]>> messages, Session session);

    /**
     * What there is to do between two batches, in transactions of its own: of a large task a part that takes a fraction of a
     * second, for messages wait meanwhile. Called after each batch, and at least ten times a second while there is none.
     *
     * @param caughtUp whether everything is applied that the topics held at the beginning of the term
     * @return whether there is more to do, so that it is called again at once where no message waits
     */
    boolean between(Session session, boolean caughtUp);

    /**
     * All that ingest had committed before these watermarks is applied: as is stored, after each {@link #load}, and from then on
     * whenever it is more.
     *
     * @param watermarks of each topic the last
     */
    default void heard(Map<String, WatermarkEvent> watermarks) {}

    /**
     * Another process leads. Called after each attempt to lead, for who answers from memory to bring it up to date.
     *
     * @param session not in a transaction
     * @param alive to be called now and then by whatever takes longer than seconds
     */
    default void standBy(Session session, Runnable alive) {}

    /** The term has ended, whatever the reason: nobody keeps memory up to date until the next. */
    default void ended() {}
}
