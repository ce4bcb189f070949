package dev.standing.delivery;

import dev.standing.database.Fault;
import dev.standing.database.SaidOnce;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Publishes one journal on a thread of its own, from its start until it is closed. In the order of positions, so in order
 * per key; at least once, for what is not known to have arrived is sent again; one relay of a journal at a time, however
 * many processes have one. It never gives up: while the broker or the database is away it tries again, less and less often.
 * All methods may be called from any thread, and none but {@link #close} waits.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(3);

    private final IntSupplier outbox;
    private final Pace pace;
    private final RelayWatch watch;
    private final Watermarks watermarks;
    private final Semaphore nudges = new Semaphore(0);
    private final SaidOnce said = new SaidOnce();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /**
     * A relay not yet running.
     *
     * @param outbox publishes a batch, and says how many entries that were
     */
    Relay(String name, IntSupplier outbox, Pace pace, RelayWatch watch, Watermarks watermarks) {
        this.outbox = outbox;
        this.pace = pace;
        this.watch = watch;
        this.watermarks = watermarks;
        this.thread = Thread.ofPlatform().name("relay-" + name).daemon().unstarted(this::run);
    }

    /** Starts to publish, with the metrics {@code standing.outbox.*} by journal. */
    public static Relay start(
            Journal journal, Pool pool, Publisher publisher, Pace pace, MeterRegistry registry, InstantSource clock) {
        RelayWatch watch = new RelayWatch(journal, registry, clock);
        Watermarks watermarks = new Watermarks(journal, System::nanoTime);
        Outbox outbox = new Outbox(journal, pool, publisher, pace, watch, watermarks);
        Relay relay = new Relay(journal.name(), outbox::publishBatch, pace, watch, watermarks);
        relay.start();
        return relay;
    }

    void start() {
        thread.start();
    }

    /** The journal has grown: said right after the commit, it saves the wait for the next look. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /** Somebody waits for a watermark behind that place in the ledger: said soon, where it is not said yet. */
    public void askWatermark(long ledgerPosition) {
        if (watermarks.ask(ledgerPosition)) {
            nudge();
        }
    }

    /** Whether no attempt has ended for that long: the thread has died or hangs. */
    public boolean stuckFor(Duration time) {
        return !thread.isAlive() || watch.sinceLastTurn().compareTo(time) > 0;
    }

    private void run() {
        int failures = 0;
        try {
            while (stopping.getCount() > 0) {
                try {
                    int published = outbox.getAsInt();
                    failures = 0;
                    if (said.isOver()) {
                        LOG.infof("%s publishes again", thread.getName());
                    }
                    if (published < pace.batchSize()) {
                        awaitNudge();
                    }
                } catch (RuntimeException e) {
                    failures++;
                    awaitBackoff(pace.backoff(failures), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitNudge() throws InterruptedException {
        if (nudges.tryAcquire(pace.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }

    private void awaitBackoff(Duration wait, RuntimeException failure) throws InterruptedException {
        watch.failed();
        String text = Fault.text(failure);
        if (stopping.getCount() > 0 && said.isNew(text)) {
            LOG.warnf("%s waits and tries again: %s", thread.getName(), text);
        }
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debugf("%s stops", thread.getName());
        }
    }

    /** Ends after the batch that is under way, or in the midst of it where it takes long. */
    @Override
    public void close() {
        stopping.countDown();
        nudges.release();
        try {
            if (!thread.join(PATIENCE_AT_STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
