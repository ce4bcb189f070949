package dev.standing.database;

import io.quarkus.runtime.Quarkus;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date as soon as the database is there, on a thread of its own, however long that takes: a service
 * starts without its database. Methods may be called from any thread, and none but {@link #start} waits.
 */
public final class Migration implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable prepare;
    private final Duration pause;
    private final Consumer<Refused> refused;
    private final CountDownLatch attempted = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("migration").daemon().unstarted(this::run);
    private volatile boolean done;

    /**
     * Of what is yet to begin.
     *
     * @param prepare throws where it could not; doing it twice is doing it once
     * @param pause between an attempt and the next
     * @param refused told where it will never be
     */
    Migration(Runnable prepare, Duration pause, Consumer<Refused> refused) {
        this.prepare = prepare;
        this.pause = pause;
        this.refused = refused;
    }

    /**
     * Of a schema that this pool reaches. Where the database will never do, the service ends; so it does where a document that what is stored
     * stands on has changed.
     */
    static Migration of(KnownSchema schema, List<Editions> editions, Pool pool, Duration pause) {
        return new Migration(
                () -> {
                    OwnSession.require(pool, PATIENCE);
                    schema.prepare(name -> comment(pool, name));
                    editions.forEach(each -> each.require(pool, schema.name(), PATIENCE));
                },
                pause,
                Migration::end);
    }

    private static void end(Refused refused) {
        LOG.error(refused.getMessage());
        Quarkus.asyncExit(1);
    }

    /**
     * Begins, and returns once the first attempt has ended or the usual time of one is over: where the database is there, what
     * starts afterwards finds its tables. Once.
     */
    void start() {
        thread.start();
        try {
            if (!attempted.await(USUAL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The database does not answer: the service starts without it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the schema is as this release needs it. */
    public boolean isDone() {
        return done;
    }

    static String comment(Pool pool, String schema) {
        try (Session session = Session.open(pool, PATIENCE)) {
            Row row = session.run("select coalesce(obj_description(to_regnamespace($1), 'pg_namespace'), '')", schema)
                    .iterator()
                    .next();
            return row.getString(0);
        }
    }

    private void run() {
        SaidOnce said = new SaidOnce();
        try {
            do {
                try {
                    prepare.run();
                    done = true;
                } catch (Refused e) {
                    stopping.countDown();
                    refused.accept(e);
                } catch (RuntimeException e) {
                    String failure = Fault.text(e);
                    if (said.isNew(failure)) {
                        LOG.warnf("The schema is not up to date yet, and is tried again: %s", failure);
                    }
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
