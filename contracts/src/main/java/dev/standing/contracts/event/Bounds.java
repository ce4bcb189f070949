package dev.standing.contracts.event;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.score.Scale;
import dev.standing.contracts.score.ScoreReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What values of events may be, so that nothing that came through by mistake stops a consumer for good. Texts name the field and
 * what is allowed, and never repeat the value.
 */
final class Bounds {
    private static final long GREATEST_AMOUNT = 1_000_000_000_000_000L;
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String IN_PERIOD = "must be " + EARLIEST + " to " + LATEST;
    private static final String DAY_IN_PERIOD = "must be a day from " + EARLIEST + " to " + LATEST;

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

    /** Few, the worst first, and none that would have lifted the base off the scale. */
    static void reasons(String field, List<ScoreReason> reasons, int base) {
        require(reasons.size() <= ScoreReason.MOST, field, "must be " + ScoreReason.MOST + " or fewer");
        int worst = Integer.MAX_VALUE;
        for (ScoreReason reason : reasons) {
            require(
                    isText(reason.code(), LONGEST_CODE),
                    field,
                    "must have codes of 1 to " + LONGEST_CODE + " characters");
            require(
                    isText(reason.text(), LONGEST_TEXT),
                    field,
                    "must have texts of 1 to " + LONGEST_TEXT + " characters");
            require(
                    reason.pointsLost() >= 1
                            && reason.pointsLost() <= worst
                            && Scale.covers(base + reason.pointsLost()),
                    field,
                    "must lose points that the scale has, the most first");
            worst = reason.pointsLost();
        }
    }

    static void amount(String field, @Nullable Long value) {
        if (value != null) {
            require(value >= 0 && value <= GREATEST_AMOUNT, field, "must be 0 to " + GREATEST_AMOUNT);
        }
    }

    static void instant(String field, @Nullable Instant value) {
        if (value != null) {
            require(!value.isBefore(EARLIEST) && !value.isAfter(LATEST), field, IN_PERIOD);
        }
    }

    static void day(String field, @Nullable LocalDate value) {
        if (value != null) {
            require(
                    !value.isBefore(LocalDate.ofInstant(EARLIEST, ZoneOffset.UTC))
                            && value.isBefore(LocalDate.ofInstant(LATEST, ZoneOffset.UTC)),
                    field,
                    DAY_IN_PERIOD);
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
        return isText(value, LONGEST_CODE);
    }

    private static boolean isText(@Nullable String value, int longest) {
        if (value == null || value.isEmpty() || value.length() > longest) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) || Character.isSurrogate(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
