package dev.standing.web.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants in UTC to microseconds since 1970. One strict rule, with and without a fraction: no leap second and no hour 24,
 * which calendars know and clocks of callers do not agree on.
 */
public final class Instants {
    public static final String ALLOWED = "an ISO 8601 instant in UTC, as 2026-11-01T10:00:00Z";

    /** None: the text is not an instant in UTC. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int TO_SECONDS = "2026-11-01T10:00:00".length();
    private static final int MAX_FRACTION = 9;
    private static final int MICROS_DIGITS = 6;

    private Instants() {}

    /**
     * Microseconds since 1970, {@linkplain #nanosBeyondMicros finer fractions} cut off; {@link #NONE} where the text is no instant in UTC.
     */
    public static long micros(String text) {
        int end = text.length() - 1;
        if (end < TO_SECONDS || text.charAt(end) != 'Z') {
            return NONE;
        }
        long seconds = seconds(text);
        long micros = end == TO_SECONDS ? 0 : fraction(text, end);
        return seconds == NONE || micros < 0 ? NONE : seconds * MICROS_A_SECOND + micros;
    }

    /** What {@link #micros} cuts off of a text that is an instant, so that two that differ in it alone can be told apart; 0 to 999. */
    public static int nanosBeyondMicros(String text) {
        int from = TO_SECONDS + 1 + MICROS_DIGITS;
        int end = text.length() - 1;
        if (end <= from) {
            return 0;
        }
        int nanos = digits(text, from, end);
        for (int i = end - TO_SECONDS - 1; i < MAX_FRACTION; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The same as {@link #micros}, as an instant; null where the text is none. */
    public static @Nullable Instant instant(String text) {
        long micros = micros(text);
        return micros == NONE ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long seconds(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        boolean punctuated = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        boolean numbers = (year | month | day | hour | minute | second) >= 0;
        if (!punctuated || !numbers || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        try {
            return ((LocalDate.of(year, month, day).toEpochDay() * 24 + hour) * 60 + minute) * 60 + second;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** Microseconds, or a negative number where this is no point with one to nine digits behind it. */
    private static long fraction(String text, int end) {
        int from = TO_SECONDS + 1;
        if (text.charAt(TO_SECONDS) != '.' || end == from || end - from > MAX_FRACTION || digits(text, from, end) < 0) {
            return -1;
        }
        int micros = digits(text, from, Math.min(end, from + MICROS_DIGITS));
        for (int i = end - from; i < MICROS_DIGITS; i++) {
            micros *= 10;
        }
        return micros;
    }

    /** The number, or a negative one where a character is no digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
