package dev.standing.privileges.webhooks.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status of HTTP; null where nothing was answered
 * @param text the first bytes of the answer's body
 * @param fault why nothing was answered; null where something was
 * @param retryAfter how long the answer asks to wait; null where it does not
 */
public record Answer(
        @Nullable Integer status,
        String text,
        @Nullable String fault,
        @Nullable Duration retryAfter,
        int millis) {
    private static final int GONE = 410;

    static Answer failed(String fault, int millis) {
        return new Answer(null, "", fault, null, millis);
    }

    /** Whether the message arrived: any 2xx. A redirect is none, for it is not followed. */
    public boolean isTaken() {
        return status != null && status / 100 == 2;
    }

    /** Whether the owner wants no more. */
    public boolean isGone() {
        return status != null && status == GONE;
    }

    /** In a few words, for the partner. */
    public String said() {
        return status == null ? String.valueOf(fault) : "answered " + status;
    }
}
