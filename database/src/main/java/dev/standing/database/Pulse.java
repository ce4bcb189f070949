package dev.standing.database;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows the server once a second that this process runs, whatever its session is at. A process that was stopped shows
 * nothing, and the server ends the session with its locks and its transaction. On a thread of its own, for those of the
 * platform may all be busy.
 */
final class Pulse implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final SqlConnection connection;
    private final AtomicBoolean unanswered = new AtomicBoolean();
    private final ScheduledFuture<?> beats;

    Pulse(SqlConnection connection) {
        this.connection = connection;
        this.beats = TIMER.scheduleAtFixedRate(this::beat, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().name("database-pulse").daemon().unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Behind whatever statement is under way, and not twice behind the same. What is wrong is seen by who uses the session. */
    private void beat() {
        if (unanswered.compareAndSet(false, true)) {
            connection
                    .query("select 1")
                    .execute()
                    .subscribe()
                    .with(answer -> unanswered.set(false), failure -> unanswered.set(false));
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
    }
}
