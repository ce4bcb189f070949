package dev.standing.scoring.intake;

import dev.standing.contracts.event.UnreadableEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bounds on what is read, so that nothing that came through by mistake stops the loop for good. */
final class Limits {
    private static final int LONGEST_ID = 256;
    private static final long GREATEST_AMOUNT = 1_000_000_000_000_000L;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Limits() {}

    static void id(String field, @Nullable String value) throws UnreadableEvent {
        if (value == null || value.isEmpty() || value.length() > LONGEST_ID) {
            throw new UnreadableEvent("field " + field + " must have 1 to " + LONGEST_ID + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) || Character.isSurrogate(value.charAt(i))) {
                throw new UnreadableEvent("field " + field + " has a character that no id may have");
            }
        }
    }

    static void amount(String field, @Nullable Long value) throws UnreadableEvent {
        if (value != null && (value < 0 || value > GREATEST_AMOUNT)) {
            throw new UnreadableEvent("field " + field + " must be 0 to " + GREATEST_AMOUNT);
        }
    }

    static void instant(String field, Instant value) throws UnreadableEvent {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw new UnreadableEvent("field " + field + " must be from " + EARLIEST + " to " + LATEST);
        }
    }

    static void version(String field, long value) throws UnreadableEvent {
        if (value < 1) {
            throw new UnreadableEvent("field " + field + " must be 1 or more");
        }
    }
}
