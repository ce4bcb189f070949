package dev.standing.delivery.writer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How a writer is doing. Written by its thread, read by anybody. */
public final class WriterStatus {
    private static final Logger LOG = Logger.getLogger(WriterStatus.class);
    private static final long UNKNOWN = -1;

    private final AtomicLong terms = new AtomicLong();
    private volatile Phase phase = Phase.STARTING;
    private volatile boolean attempted;
    private volatile boolean heldUp;
    private volatile long aliveAtNanos = System.nanoTime();
    private volatile long lag = UNKNOWN;

    WriterStatus() {}

    void enter(Phase next) {
        phase = next;
        if (next != Phase.LOADING) {
            attempted = true;
        }
        if (next == Phase.CATCHING_UP) {
            terms.incrementAndGet();
        }
        if (!leads()) {
            lag = UNKNOWN;
        }
        alive();
    }

    void alive() {
        aliveAtNanos = System.nanoTime();
    }

    void lag(long messages) {
        lag = messages;
    }

    void brokerIsAway() {
        lag = UNKNOWN;
    }

    void heldUp(boolean now) {
        if (now && !heldUp) {
            LOG.error(
                    "Messages in a row could not be applied, so that it is rather the service than they who is wrong: none is"
                            + " passed over any more, and all are tried again until one can be applied");
        }
        heldUp = now;
    }

    /**
     * Whether nothing is applied nor passed over, because several messages in a row could not be applied: a fault of the
     * service's that needs somebody's hand, while all waits in the topics.
     */
    public boolean heldUp() {
        return heldUp;
    }

    public Phase phase() {
        return phase;
    }

    /** Whether this process is the one that writes now. */
    public boolean leads() {
        return phase == Phase.CATCHING_UP || phase == Phase.LEADING;
    }

    /** Whether an attempt to fill memory has ended, well or badly: what is there by now is all that there is to answer from. */
    public boolean attempted() {
        return attempted;
    }

    /** How often this process began to lead. */
    public long terms() {
        return terms.get();
    }

    /** Messages that are not applied yet; -1 where this process does not lead or the broker does not answer. */
    public long lag() {
        return lag;
    }

    /** Whether the broker answered lately; false also where this process does not lead, and so does not ask. */
    public boolean hears() {
        return lag != UNKNOWN;
    }

    /** Time since the writer last showed that it moves. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - aliveAtNanos);
    }
}
