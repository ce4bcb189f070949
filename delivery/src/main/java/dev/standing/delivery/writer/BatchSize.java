package dev.standing.delivery.writer;

import java.time.Duration;

/**
 * How many messages are a batch: as many as are applied within a second, so that what comes behind them, a withdrawal or the word that
 * all is heard, does not wait longer on a slow machine than on a fast one. Written by the writer's thread, read by any.
 */
final class BatchSize {
    private static final int FIRST = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final int most;
    private volatile int size;

    BatchSize(int most) {
        this.most = most;
        this.size = Math.min(FIRST, most);
    }

    int now() {
        return size;
    }

    /** A batch was applied. Only one that was full tells that a larger one could be. */
    void took(int messages, Duration time) {
        if (time.compareTo(LONGEST) > 0) {
            size = Math.max(1, Math.min(size, messages) / 2);
        } else if (messages >= size && time.multipliedBy(2).compareTo(LONGEST) < 0) {
            size = (int) Math.min(most, 2L * size);
        }
    }
}
