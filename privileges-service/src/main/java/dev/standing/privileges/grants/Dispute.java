package dev.standing.privileges.grants;

import dev.standing.contracts.event.DisputeEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * A record that a member contests.
 *
 * @param open whether it is undecided; once it is not it stays so
 * @param freezesUntil until when, at the longest, nothing is taken for it
 */
public record Dispute(boolean open, Instant freezesUntil) {
    /** An upheld dispute comes before the score that it mends, which may be on its way for as long: until then nothing is taken either. */
    static final Duration SCORE_ON_ITS_WAY = Duration.ofDays(1);

    public static Dispute of(DisputeEvent event) {
        return switch (event.state()) {
            case OPEN -> new Dispute(true, event.freezesUntil());
            case UPHELD ->
                new Dispute(false, earlier(event.freezesUntil(), event.at().plus(SCORE_ON_ITS_WAY)));
            case REJECTED -> new Dispute(false, earlier(event.freezesUntil(), event.at()));
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
