package dev.standing.stack;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bounded waiting: looks again and again until what is seen is good, or says what was seen last. */
public final class Await {
    /** Long enough to leave the machine to what is waited for. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Await() {}

    /** The first good sight. A failed connection is a bad sight, not an error: whoever waits may wait for a restart. */
    public static <T> T until(String what, Duration patience, Supplier<T> look, Predicate<T> good) {
        long deadline = System.nanoTime() + patience.toNanos();
        @Nullable Object last;
        do {
            try {
                T seen = look.get();
                if (good.test(seen)) {
                    return seen;
                }
                last = seen;
            } catch (UncheckedIOException e) {
                last = e;
            }
            pause(PAUSE);
        } while (System.nanoTime() < deadline);
        throw new AssertionError(
                "waited " + patience.toSeconds() + " s in vain until " + what + "; seen last: " + last);
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
