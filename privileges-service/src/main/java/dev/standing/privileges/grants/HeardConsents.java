package dev.standing.privileges.grants;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Up to when it is known what members allow. Beyond a bound partners are answered as if nobody allowed anything, so that no
 * withdrawal waits for whatever is down.
 */
public final class HeardConsents extends HeardLately {
    public HeardConsents(Duration bound, InstantSource clock) {
        super(bound, clock);
    }
}
