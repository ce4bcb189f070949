package dev.standing.privileges.grants;

import java.time.Instant;

/**
 * A record that a member contests.
 *
 * @param open whether it is undecided; once it is not it stays so
 * @param freezesUntil until when, at the longest, nothing is taken for it
 */
public record Dispute(boolean open, Instant freezesUntil) {
    boolean freezesAt(Instant now) {
        return open && now.isBefore(freezesUntil);
    }
}
