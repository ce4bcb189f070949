package dev.standing.delivery;

import java.time.Duration;

/**
 * How a journal is published.
 *
 * @param batchSize most entries that are sent before the position moves
 * @param poll how often the journal is looked at where nothing nudges: what another process appended is found so
 * @param maxBackoff longest wait between attempts while the broker or the database is away
 * @param patience how long the broker may take over a batch, and the database over a statement
 */
public record Pace(int batchSize, Duration poll, Duration maxBackoff, Duration patience) {
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    /** What suits most journals. */
    public static Pace usual(Duration patience) {
        return new Pace(2_000, Duration.ofMillis(500), Duration.ofSeconds(5), patience);
    }

    /** The wait after that many failures in a row: twice as long each time, up to the longest. */
    Duration backoff(int failures) {
        Duration wait = FIRST_BACKOFF;
        for (int i = 1; i < failures && wait.compareTo(maxBackoff) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(maxBackoff) < 0 ? wait : maxBackoff;
    }
}
