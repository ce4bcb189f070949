package dev.standing.web.fairuse;

import java.time.Duration;

/**
 * What is left to a caller.
 *
 * @param quota calls that may come at once after a rest, and that are refilled within {@code seconds}
 * @param untilNext until the next call is taken, where this one was not
 * @param reset until all of the quota is there again
 */
record Allowance(
        RouteClass of, long quota, int seconds, boolean taken, long remaining, Duration untilNext, Duration reset) {
    /** Of the header RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers). */
    String policy() {
        return "\"" + of.label() + "\";q=" + quota + ";w=" + seconds;
    }

    /** Of the header RateLimit; whole seconds, rounded up. */
    String state() {
        return "\"" + of.label() + "\";r=" + remaining + ";t="
                + reset.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
