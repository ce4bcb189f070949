package dev.standing.ingest.relay;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one journal: reads what lies after the last position, sends it, moves the position. Positions rise in commit
 * order, so nothing is passed over; the position moves after the broker has answered, so whatever happens in between is
 * sent again: at least once, in order per key. The row of the position is locked meanwhile, so that of all processes one
 * publishes at a time. It never gives up.
 */
final class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final Journal journal;
    private final Pool pool;
    private final Publisher publisher;
    private final RelayConfig config;
    private final RelayWatch watch;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean stopped;

    Relay(Journal journal, Pool pool, Publisher publisher, RelayConfig config, RelayWatch watch) {
        this.journal = journal;
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
        this.watch = watch;
    }

    Journal journal() {
        return journal;
    }

    void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    void stop() {
        stopped = true;
        nudges.release();
    }

    @Override
    public void run() {
        Duration backoff = FIRST_BACKOFF;
        try {
            while (!stopped) {
                try {
                    int published = publishBatch();
                    backoff = FIRST_BACKOFF;
                    if (published < config.batchSize()) {
                        awaitNudge(config.poll());
                    }
                } catch (RuntimeException e) {
                    watch.failed();
                    LOG.warnf("relay of %s waits %d ms after: %s", journal.table(), backoff.toMillis(), causes(e));
                    awaitNothing(backoff);
                    backoff = min(backoff.multipliedBy(2), config.maxBackoff());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            publisher.close();
        }
    }

    /** How many were published; 0 where there is nothing, or another process is at it. */
    private int publishBatch() throws InterruptedException {
        SqlConnection connection = await(pool.getConnection());
        try {
            await(connection.query("begin").execute());
            try {
                int published = publishLocked(connection);
                await(connection.query("commit").execute());
                return published;
            } catch (RuntimeException e) {
                connection.query("rollback").execute();
                throw e;
            }
        } finally {
            connection.close();
        }
    }

    private int publishLocked(SqlConnection connection) throws InterruptedException {
        Long last = lockedPosition(connection);
        if (last == null) {
            watch.idle();
            return 0;
        }
        RowSet<Row> rows = await(connection.preparedQuery(journal.query()).execute(Tuple.of(last, config.batchSize())));
        List<Journal.Message> messages = new ArrayList<>(rows.size());
        long position = last;
        for (Row row : rows) {
            Instant at = row.getOffsetDateTime(1)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant();
            if (messages.isEmpty()) {
                watch.oldestPending(at);
            }
            messages.add(journal.message(row, at));
            position = row.getLong(0);
        }
        if (messages.isEmpty()) {
            watch.idle();
            return 0;
        }
        int partitions = publisher.publish(messages);
        movePosition(connection, position);
        watch.published(messages.size(), partitions);
        return messages.size();
    }

    private @Nullable Long lockedPosition(SqlConnection connection) throws InterruptedException {
        String query = "select position from ingest.relay where journal = $1 for update skip locked";
        for (Row row : await(connection.preparedQuery(query).execute(Tuple.of(journal.table())))) {
            return row.getLong(0);
        }
        return null;
    }

    /** Not flushed: a position that is lost in a crash only means that its batch is sent again. */
    private void movePosition(SqlConnection connection, long position) throws InterruptedException {
        await(connection.query("set local synchronous_commit = off").execute());
        await(connection
                .preparedQuery("update ingest.relay set position = $2, moved_at = now() where journal = $1")
                .execute(Tuple.of(journal.table(), position)));
    }

    private void awaitNudge(Duration longest) throws InterruptedException {
        if (nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }

    private void awaitNothing(Duration backoff) throws InterruptedException {
        if (!stopped) {
            Thread.sleep(backoff);
        }
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the database did not answer", e.getCause());
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append("; ").append(cause.getMessage());
        }
        return text.toString();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
