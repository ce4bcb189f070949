package dev.standing.contracts.event;

import dev.standing.contracts.identity.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What values of events may be, so that nothing that came through by mistake stops a consumer for good. Texts name the field and
 * what is allowed, and never repeat the value.
 */
final class Bounds {
    private static final long GREATEST_AMOUNT = 1_000_000_000_000_000L;
    private static final int LONGEST_CODE = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Bounds() {}

    /** A value out of bounds; the text may be passed on. */
    static final class OutOfBounds extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private OutOfBounds(String text) {
            super(text);
        }
    }

    static void id(String field, @Nullable String value) {
        if (value != null) {
            require(Ids.isId(value), field, "must have " + Ids.ALLOWED);
        }
    }

    /** A code of a closed list that the reader may not know whole: short, and nothing that a database refuses. */
    static void code(String field, @Nullable String value) {
        if (value != null) {
            require(isCode(value), field, "must have 1 to " + LONGEST_CODE + " characters, none of them a control");
        }
    }

    static void codes(String field, Collection<String> values) {
        values.forEach(value -> code(field, value));
    }

    static void amount(String field, @Nullable Long value) {
        if (value != null) {
            require(value >= 0 && value <= GREATEST_AMOUNT, field, "must be 0 to " + GREATEST_AMOUNT);
        }
    }

    static void instant(String field, @Nullable Instant value) {
        if (value != null) {
            require(
                    !value.isBefore(EARLIEST) && !value.isAfter(LATEST),
                    field,
                    "must be " + EARLIEST + " to " + LATEST);
        }
    }

    static void day(String field, @Nullable LocalDate value) {
        if (value != null) {
            require(
                    !value.isBefore(LocalDate.ofInstant(EARLIEST, ZoneOffset.UTC))
                            && value.isBefore(LocalDate.ofInstant(LATEST, ZoneOffset.UTC)),
                    field,
                    "must be a day from " + EARLIEST + " to " + LATEST);
        }
    }

    static void atLeast(long least, String field, long value) {
        require(value >= least, field, "must be " + least + " or more");
    }

    static void require(boolean holds, String field, String allowed) {
        if (!holds) {
            throw new OutOfBounds("field " + field + " " + allowed);
        }
    }

    private static boolean isCode(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST_CODE
                && value.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
