package dev.standing.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date as soon as the database is there, on a thread of its own, however long that takes: a service
 * starts without its database. Methods may be called from any thread, and none but {@link #start} waits.
 */
public final class Migration implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Runnable migrate;
    private final Duration pause;
    private final CountDownLatch attempted = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("migration").daemon().unstarted(this::run);
    private volatile boolean done;

    private Migration(Runnable migrate, Duration pause) {
        this.migrate = migrate;
        this.pause = pause;
    }

    /**
     * Begins, and returns once the first attempt has ended or the usual time of one is over: where the database is there, what
     * starts afterwards finds its tables.
     *
     * @param migrate throws where it could not; doing it twice is doing it once
     * @param pause between an attempt and the next
     */
    public static Migration start(Runnable migrate, Duration pause) {
        Migration migration = new Migration(migrate, pause);
        migration.thread.start();
        try {
            if (!migration.attempted.await(USUAL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The database does not answer: the service starts without it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return migration;
    }

    /** Whether the schema is as this release needs it. */
    public boolean isDone() {
        return done;
    }

    private void run() {
        String lastFailure = "";
        try {
            do {
                try {
                    migrate.run();
                    done = true;
                } catch (RuntimeException e) {
                    String failure = Fault.text(e);
                    if (!failure.equals(lastFailure)) {
                        LOG.warnf("The schema is not up to date yet, and is tried again: %s", failure);
                    }
                    lastFailure = failure;
                }
                attempted.countDown();
            } while (!done && !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries no more; an attempt that is under way ends by itself. */
    @Override
    public void close() {
        stopping.countDown();
    }
}
