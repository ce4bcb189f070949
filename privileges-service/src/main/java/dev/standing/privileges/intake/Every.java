package dev.standing.privileges.intake;

import java.time.Duration;

/** Due at first, and then once in a while; by the machine's own time, not by the clock that grace is counted with. Used by one thread. */
final class Every {
    private final long nanos;
    private long nextNanos = System.nanoTime();

    Every(Duration period) {
        nanos = period.toNanos();
    }

    boolean isDue() {
        long now = System.nanoTime();
        if (now - nextNanos < 0) {
            return false;
        }
        nextNanos = now + nanos;
        return true;
    }
}
