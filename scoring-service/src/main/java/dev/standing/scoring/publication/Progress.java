package dev.standing.scoring.publication;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.database.Session;
import dev.standing.delivery.Message;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Publisher.PublicationFailed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Says how far the ledger is scored: what a transaction has scored after its commit, and at the beginning of a term all of
 * it, for whoever led before may not have come to it. Only the highest counts, so repetition is harmless. Used by the
 * writer's thread.
 */
@Singleton
public final class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final long SAY_EVERY_NANOS = Duration.ofMillis(200).toNanos();
    private static final long AFTER_FAILURE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Publisher publisher;
    private final Map<Integer, Long> unsaid = new HashMap<>();
    private long triedAtNanos = System.nanoTime();
    private boolean failed;

    Progress(Publisher publisher) {
        this.publisher = publisher;
    }

    /** All of it is to be said. */
    public void load(Session session) {
        unsaid.clear();
        unsaid.putAll(ProgressStore.read(session));
    }

    /** In the transaction that scores so far. */
    public void write(Session session, Map<Integer, Long> throughByPartition) {
        if (!throughByPartition.isEmpty()) {
            ProgressStore.write(session, throughByPartition);
        }
    }

    /** That transaction is committed. */
    public void reached(Map<Integer, Long> throughByPartition) {
        throughByPartition.forEach((partition, through) -> unsaid.merge(partition, through, Math::max));
    }

    /**
     * Says what is to be said. A broker that is away hears it later: nothing is to be undone for that.
     *
     * @param soon whether no batch waits; else it is said now and then
     */
    public void say(boolean soon) {
        long wait = failed ? AFTER_FAILURE_NANOS : soon ? 0 : SAY_EVERY_NANOS;
        if (unsaid.isEmpty() || System.nanoTime() - triedAtNanos < wait) {
            return;
        }
        List<Message> messages =
                unsaid.entrySet().stream().map(Progress::message).toList();
        try {
            publisher.publish(messages);
            unsaid.clear();
            failed = false;
        } catch (PublicationFailed e) {
            LOG.debugf("Progress is said later: %s", e.getMessage());
            failed = true;
        }
        triedAtNanos = System.nanoTime();
    }

    private static Message message(Map.Entry<Integer, Long> reached) {
        int partition = reached.getKey();
        return new Message(
                Topics.PROGRESS,
                Integer.toString(partition),
                new ProgressEvent(Event.CURRENT_VERSION, partition, reached.getValue()));
    }
}
