package dev.standing.privileges.decisions;

import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.CheckAnswer;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that wait to be kept: those that somebody waits for go first, and of both as many may wait as the line is long, those
 * included that are being kept. Any thread adds; one takes.
 */
final class Line {
    /** So long an entry that nobody waits for may wait for others, so that they share a commit. */
    private static final long LINGER_NANOS = Duration.ofMillis(50).toNanos();

    private final int capacity;
    private final int group;
    private final ArrayDeque<Entry> urgent = new ArrayDeque<>();
    private final ArrayDeque<Entry> others = new ArrayDeque<>();
    private int urgentTaken;
    private int othersTaken;
    private boolean closed;

    /**
     * An empty line.
     *
     * @param group how many are taken at a time
     */
    Line(int capacity, int group) {
        this.capacity = capacity;
        this.group = group;
    }

    /**
     * A check in the line.
     *
     * @param waiting who is answered when it is kept; null where that was answered already
     */
    record Entry(Check check, @Nullable UniEmitter<? super CheckAnswer> waiting) {
        boolean isUrgent() {
            return waiting != null;
        }
    }

    /** Whether there was room. */
    synchronized boolean add(Entry entry) {
        if (closed) {
            return false;
        }
        if (entry.isUrgent()) {
            if (urgent.size() + urgentTaken >= capacity) {
                return false;
            }
            urgent.add(entry);
            notifyAll();
            return true;
        }
        if (others.size() + othersTaken >= capacity) {
            return false;
        }
        others.add(entry);
        if (others.size() == group) {
            notifyAll();
        }
        return true;
    }

    /** The next ones, which may be nobody: to be given back or let go before the next. */
    synchronized List<Entry> take() throws InterruptedException {
        long end = System.nanoTime() + LINGER_NANOS;
        long left = LINGER_NANOS;
        while (!closed && urgent.isEmpty() && others.size() < group && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
        List<Entry> taken = new ArrayList<>(Math.min(group, urgent.size() + others.size()));
        while (taken.size() < group && !urgent.isEmpty()) {
            taken.add(urgent.remove());
        }
        urgentTaken = taken.size();
        while (taken.size() < group && !others.isEmpty()) {
            taken.add(others.remove());
        }
        othersTaken = taken.size() - urgentTaken;
        return taken;
    }

    /** What was taken is done with. */
    synchronized void letGo() {
        urgentTaken = 0;
        othersTaken = 0;
    }

    /** What was taken and nobody waits for is first again. */
    synchronized void giveBack(List<Entry> taken) {
        letGo();
        for (Entry entry : taken.reversed()) {
            if (!entry.isUrgent()) {
                others.addFirst(entry);
            }
        }
    }

    /** Takes in nobody any more; what is there can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized int size() {
        return urgent.size() + urgentTaken + othersWaiting();
    }

    /** How many nobody waits for any more, for they were answered already. */
    synchronized int othersWaiting() {
        return others.size() + othersTaken;
    }
}
