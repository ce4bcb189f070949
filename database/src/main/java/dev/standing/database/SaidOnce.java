package dev.standing.database;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * What has been said of a failure that comes again and again, so that the log has a line for it and not one for each attempt. The same is
 * said again after ten minutes, for whoever reads only the end of a log. Thread-safe.
 */
public final class SaidOnce {
    private static final long A_LONG_TIME_NANOS = Duration.ofMinutes(10).toNanos();
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private final LongSupplier nanos;
    private String last = "";
    private long saidAtNanos;

    public SaidOnce() {
        this(System::nanoTime);
    }

    SaidOnce(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether this is to be said now. Two failures that differ in their numbers only are the same: counts and times change. */
    public synchronized boolean isNew(String failure) {
        String kind = NUMBERS.matcher(failure).replaceAll("#");
        if (kind.equals(last) && nanos.getAsLong() - saidAtNanos < A_LONG_TIME_NANOS) {
            return false;
        }
        last = kind;
        saidAtNanos = nanos.getAsLong();
        return true;
    }

    /** It goes well: says whether anything was said before, and begins anew. */
    public synchronized boolean isOver() {
        boolean over = !last.isEmpty();
        last = "";
        return over;
    }
}
