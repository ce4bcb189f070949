package dev.standing.ingest.admission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Instants in UTC to microseconds since 1970, and the usual form of them without the cost of a general parser. */
final class Instants {
    static final String ALLOWED = "an ISO 8601 instant in UTC, as 2026-11-01T10:00:00Z";

    /** None: the text is not an instant in UTC. */
    static final long NONE = Long.MIN_VALUE;

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int USUAL_LENGTH = "2026-11-01T10:00:00Z".length();

    private Instants() {}

    /** Microseconds since 1970, finer fractions cut off; {@link #NONE} where the text is no instant in UTC. */
    static long micros(String text) {
        if (text.isEmpty() || text.charAt(text.length() - 1) != 'Z' || text.length() > 40) {
            return NONE;
        }
        try {
            return text.length() == USUAL_LENGTH && text.charAt(10) == 'T' ? usual(text) : general(text);
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }

    private static long general(String text) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
    }

    private static long usual(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        boolean punctuated =
                text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(13) == ':' && text.charAt(16) == ':';
        if (!punctuated || (year | month | day | hour | minute | second) < 0) {
            return NONE;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return (((days * 24 + hour) * 60 + minute) * 60 + second) * MICROS_A_SECOND;
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
