package dev.standing.web.access;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import dev.standing.web.time.Instants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a call asks about, by its parameters {@code from} and {@code to}.
 *
 * @param from included
 * @param to left out
 */
public record Period(Instant from, Instant to) {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * The period; all time where neither is said.
     *
     * @throws ProblemException 422 where one is no instant, or none of that time
     */
    public static Period of(@Nullable String from, @Nullable String to) {
        return new Period(instant("from", from, EARLIEST), instant("to", to, LATEST));
    }

    private static Instant instant(String field, @Nullable String value, Instant otherwise) {
        if (value == null) {
            return otherwise;
        }
        Instant instant = Instants.instant(value);
        if (instant != null && !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
            return instant;
        }
        throw ProblemException.invalid(
                new Violation(field, value, "an ISO 8601 instant in UTC from " + EARLIEST + " to " + LATEST));
    }
}
