package dev.standing.delivery;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.WatermarkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a journal's relay says how far all of it is told: once in a while, sooner where the ledger has grown, and at once where
 * somebody waits for it. Used by the relay's thread, but for {@link #ask}, which is for any.
 */
final class Watermarks {
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long GROWN_NANOS = Duration.ofMillis(400).toNanos();
    private static final long ASKED_NANOS = Duration.ofMillis(50).toNanos();

    private final Journal journal;
    private final LongSupplier nanoTime;
    private final AtomicLong asked = new AtomicLong();
    private volatile long saidThrough = -1;
    private long saidAtNanos;
    private @Nullable Pending pending;

    Watermarks(Journal journal, LongSupplier nanoTime) {
        this.journal = journal;
        this.nanoTime = nanoTime;
        this.saidAtNanos = nanoTime.getAsLong() - EVERY_NANOS;
    }

    /** What holds as soon as the journal is told up to its last position of that moment. */
    private record Pending(WatermarkEvent watermark, long position, boolean reached) {}

    /** Somebody waits for one behind that place in the ledger; says whether there is none yet. */
    boolean ask(long ledgerPosition) {
        if (journal.ledger() == null || ledgerPosition <= saidThrough) {
            return false;
        }
        asked.accumulateAndGet(ledgerPosition, Math::max);
        return true;
    }

    /** Whether it may be time for the next. */
    boolean isDue() {
        return journal.ledger() != null
                && pending == null
                && since() >= (asked.get() > saidThrough ? ASKED_NANOS : GROWN_NANOS);
    }

    private long since() {
        return nanoTime.getAsLong() - saidAtNanos;
    }

    /**
     * Takes one, read before the journal is; where the ledger has not grown, only if the last is old.
     *
     * @param position the journal's last
     */
    void take(Instant at, long ledgerThrough, long position) {
        if (ledgerThrough == saidThrough && since() < EVERY_NANOS) {
            return;
        }
        pending = new Pending(
                new WatermarkEvent(Event.CURRENT_VERSION, journal.topic(), at, ledgerThrough), position, false);
    }

    /** The journal is told up to a position. */
    void told(long position) {
        if (pending != null && position >= pending.position()) {
            pending = new Pending(pending.watermark(), pending.position(), true);
        }
    }

    /** What may be said now. */
    @Nullable
    WatermarkEvent reached() {
        return pending != null && pending.reached() ? pending.watermark() : null;
    }

    /** Another process tells the journal, and says later ones. */
    void forget() {
        pending = null;
    }

    void said(WatermarkEvent watermark) {
        saidThrough = watermark.ledgerThrough();
        saidAtNanos = nanoTime.getAsLong();
        pending = null;
    }
}
