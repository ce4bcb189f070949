package dev.standing.scoring.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as activity, ties and scores keep them: whole numbers since 1970-01-01, in UTC. */
public final class EpochDay {
    private EpochDay() {}

    public static int of(Instant instant) {
        return Math.toIntExact(LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay());
    }

    /** The day's first instant. */
    public static Instant start(int day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
