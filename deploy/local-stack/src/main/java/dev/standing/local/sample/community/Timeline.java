package dev.standing.local.sample.community;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The two years that end the day before the sample was first joined. */
record Timeline(LocalDate anchor) {

    static final int MONTHS = 24;

    /** A moment of that day of that month (0 is the oldest), never after the anchor; ISO 8601, to the second. */
    String moment(int month, int dayOfMonth, SplittableRandom random) {
        LocalDate start = anchor.minusMonths(MONTHS - month);
        LocalDate day = start.plusDays(dayOfMonth - 1L);
        LocalDate last = anchor.minusDays(1);
        LocalTime time = LocalTime.of(8 + random.nextInt(12), random.nextInt(60), random.nextInt(60));
        return (day.isAfter(last) ? last : day)
                .atTime(time)
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    /** Any day of that month. */
    String anyMoment(int month, SplittableRandom random) {
        return moment(month, 1 + random.nextInt(28), random);
    }
}
