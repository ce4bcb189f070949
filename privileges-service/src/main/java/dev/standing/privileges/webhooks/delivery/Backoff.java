package dev.standing.privileges.webhooks.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure: twice as long each time, up to six hours, less up to half of it by chance, so that those who failed
 * together do not come back together. Never less than the answer asks for.
 */
record Backoff(Duration first) {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait.
     *
     * @param failures how often it failed before this time
     * @param chance 0 to 1
     * @param asked what the answer asks for, or null
     */
    Duration after(int failures, double chance, @Nullable Duration asked) {
        double most = Math.min(
                (double) LONGEST.toMillis(),
                (double) first.toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS)));
        Duration wait = Duration.ofMillis((long) (most * (1 - chance / 2)));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
