package dev.standing.contracts.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as {@link Instant#toString} writes them, read without a formatter. */
public final class PlainInstant {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MOST_DIGITS = 9;
    private static final long SECONDS_OF_DAY = ChronoUnit.DAYS.getDuration().toSeconds();

    private PlainInstant() {}

    /** The instant, or null where the text is not of the form {@code 2026-11-28T16:30:00Z}, with up to nine digits of a fraction. */
    public static @Nullable Instant read(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z' || !isOfForm(text)) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = end == FORM.length() ? 0 : nanos(text, end);
        if (hour > 23 || minute > 59 || second > 59 || nanos < 0) {
            return null;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(day * SECONDS_OF_DAY + (hour * 60 + minute) * 60L + second, nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isOfForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            if (expected == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }

    /** Of the fraction behind the seconds; negative where it is none. */
    private static int nanos(String text, int end) {
        int from = FORM.length() + 1;
        if (text.charAt(FORM.length()) != '.' || from == end || end - from > MOST_DIGITS) {
            return -1;
        }
        int nanos = 0;
        for (int i = from; i < from + MOST_DIGITS; i++) {
            if (i < end && !isDigit(text.charAt(i))) {
                return -1;
            }
            nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
