package dev.standing.delivery;

import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a journal one batch further: reads what lies after the last position, sends it, moves the position. The position's
 * row is locked meanwhile, so that of all processes one publishes at a time, and it moves after the broker has answered, so
 * that whatever happens in between is sent again. Used by one thread.
 */
final class Outbox {
    private final Journal journal;
    private final Pool pool;
    private final Publisher publisher;
    private final Pace pace;
    private final RelayWatch watch;
    private final Watermarks watermarks;

    Outbox(Journal journal, Pool pool, Publisher publisher, Pace pace, RelayWatch watch, Watermarks watermarks) {
        this.journal = journal;
        this.pool = pool;
        this.publisher = publisher;
        this.pace = pace;
        this.watch = watch;
        this.watermarks = watermarks;
    }

    /** How many were published; 0 where there is nothing, or another process is at it. */
    int publishBatch() {
        int published = publishNext();
        if (published == 0) {
            watch.idle();
        }
        sayWatermark();
        return published;
    }

    /** The database is asked before the broker is: how long something waits is known while the broker is away too. */
    private int publishNext() {
        try (Session session = Session.open(pool, pace.patience())) {
            return session.transaction(() -> publishLocked(session));
        }
    }

    private int publishLocked(Session session) {
        RowSet<Row> locked = session.run(journal.lock(), journal.name());
        if (locked.size() == 0) {
            watermarks.forget();
            return 0;
        }
        if (watermarks.isDue()) {
            Row moment = session.run(journal.moment()).iterator().next();
            watermarks.take(moment.getOffsetDateTime(0).toInstant(), moment.getLong(1), moment.getLong(2));
        }
        long position = locked.iterator().next().getLong("position");
        List<Message> messages = new ArrayList<>();
        for (Row row : session.run(journal.next(), position, pace.batchSize())) {
            if (messages.isEmpty()) {
                watch.oldestPending(row.getOffsetDateTime("at").toInstant());
            }
            messages.add(journal.message().apply(row));
            position = row.getLong("position");
        }
        if (!messages.isEmpty()) {
            publish(session, messages, position);
        }
        watermarks.told(position);
        return messages.size();
    }

    private void publish(Session session, List<Message> messages, long position) {
        publisher.publish(messages);
        // Not flushed: a position that is lost in a crash only means that its batch is sent again.
        session.command("set local synchronous_commit = off");
        session.run(journal.move(), journal.name(), position);
        watch.published(messages.size());
    }

    /** After the broker has answered for all that it is about. */
    private void sayWatermark() {
        WatermarkEvent reached = watermarks.reached();
        if (reached != null) {
            publisher.publish(List.of(new Message(Topics.WATERMARKS, journal.topic(), reached)));
            watermarks.said(reached);
        }
    }
}
