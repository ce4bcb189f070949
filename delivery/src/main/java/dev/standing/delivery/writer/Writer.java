package dev.standing.delivery.writer;

import dev.standing.database.Fault;
import dev.standing.database.SaidOnce;
import dev.standing.database.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The one writer of a service: a thread that leads where no other process does, applies batches, each in one transaction
 * with its positions, and after any failure drops all memory, reads it again from the database and carries on. The way back
 * from a crash is the only way back.
 *
 * <p>Methods may be called from any thread; none but {@link #close} waits.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Writer.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final Pool pool;
    private final WriterSettings settings;
    private final Term.Surroundings around;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final SaidOnce said = new SaidOnce();
    private boolean led;

    Writer(Pool pool, WriterSettings settings, Term.Surroundings around) {
        this.pool = pool;
        this.settings = settings;
        this.around = around;
        this.thread = Thread.ofPlatform()
                .name("writer-" + settings.service())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * Takes over what the channel has read; completes as soon as there is room for more, and never fails. That the channel
     * counts it as done means nothing: what is done stands in the positions.
     */
    public Uni<Void> take(ConsumerRecords<byte[], byte[]> messages) {
        return around.inbox().add(messages);
    }

    /**
     * Has something done between two batches. Whatever the command throws ends the term.
     *
     * @param command given the writer's session, which is in no transaction
     * @return its result, or {@link NotLeading}
     */
    public <T> Uni<T> command(Function<Session, T> command) {
        if (!status().leads()) {
            return Uni.createFrom().failure(new NotLeading("this process does not lead now", null));
        }
        return around.commands().add(command);
    }

    public WriterStatus status() {
        return around.status();
    }

    WriterSettings settings() {
        return settings;
    }

    private void run() {
        try {
            do {
                try {
                    attempt();
                } catch (RuntimeException e) {
                    recover(e);
                } finally {
                    around.commands().refuse();
                }
            } while (!stopping.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("The writer was interrupted");
        }
    }

    private void attempt() throws InterruptedException {
        led = false;
        if (!settings.schemaIsReady().getAsBoolean()) {
            status().enter(Phase.RECOVERING);
            return;
        }
        Session session = Session.claim(pool, settings.lock(), settings.patience());
        if (session == null) {
            standBy();
            return;
        }
        try (session) {
            status().enter(Phase.LOADING);
            Term term = new Term(session, settings.service(), around);
            status().enter(Phase.CATCHING_UP);
            led = true;
            LOG.info("Leading: everything is loaded");
            while (stopping.getCount() > 0) {
                term.turn();
            }
        } finally {
            // First: without its memory it must not be taken for the leader.
            status().enter(Phase.RECOVERING);
            around.handler().ended();
        }
    }

    private void standBy() {
        try (Session session = Session.open(pool, settings.patience())) {
            around.handler().standBy(session, status()::alive);
        }
        status().enter(Phase.STANDING_BY);
    }

    private void recover(RuntimeException e) {
        status().enter(Phase.RECOVERING);
        around.metrics().recovered();
        if (stopping.getCount() > 0) {
            log(e);
        }
    }

    /** A line where a server is away or refuses us; else the trace, once. That it does not get to lead, once: that may be for an hour. */
    private void log(RuntimeException e) {
        String failure = Fault.text(e);
        boolean isNew = said.isNew(failure);
        if (isNew && !Fault.isPassing(e) && !(e instanceof Broker.BrokerIsAway)) {
            LOG.warn("Failed; memory is read again and the batch tried again", withoutValues(e, failure));
        } else if (isNew || led) {
            LOG.warnf("Failed, and tries again: %s", failure);
        }
    }

    /** The trace without what the database says of rows, which may be personal. */
    private static Throwable withoutValues(RuntimeException e, String text) {
        IllegalStateException told = new IllegalStateException(text);
        told.setStackTrace(e.getStackTrace());
        return told;
    }

    /** Ends after the batch that is under way, or in the midst of it where it takes long: that is as harmless as a crash. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            if (!thread.join(PATIENCE_AT_STOP)) {
                LOG.info("The writer is in the midst of a batch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        around.broker().close();
    }
}
