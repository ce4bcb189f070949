package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.SaidOnce;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Does the same again and again on a thread of its own, in a session for each turn, until it is closed; a turn that fails is taken again. */
final class Loop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Migration migration;
    private final Duration patience;
    private final Duration poll;
    private final SaidOnce said = new SaidOnce();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * Of none yet.
     *
     * @param patience how long the database may take for one statement
     * @param poll how long to wait after a turn with nothing to do
     */
    Loop(Pool pool, Migration migration, Duration patience, Duration poll) {
        this.pool = pool;
        this.migration = migration;
        this.patience = patience;
        this.poll = poll;
    }

    /**
     * Begins, once.
     *
     * @param what is done, for the log: things and a participle
     * @param turn whether there may be more to do at once
     */
    void start(String thread, String what, String done, Predicate<Session> turn) {
        Thread.ofPlatform().name(thread).daemon().start(() -> run(what, done, turn));
    }

    private void run(String what, String done, Predicate<Session> turn) {
        try {
            Duration pause = Duration.ZERO;
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = migration.isDone() ? pauseAfter(what, done, turn) : poll;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pauseAfter(String what, String done, Predicate<Session> turn) {
        try (Session session = Session.open(pool, patience)) {
            boolean more = turn.test(session);
            if (said.isOver()) {
                LOG.infof("%s are %s again", what, done);
            }
            return more ? Duration.ZERO : poll;
        } catch (RuntimeException e) {
            String failure = Fault.text(e);
            if (said.isNew(failure)) {
                LOG.warnf("%s are not %s now, and are tried again: %s", what, done, failure);
            }
            return AFTER_A_FAILURE;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
