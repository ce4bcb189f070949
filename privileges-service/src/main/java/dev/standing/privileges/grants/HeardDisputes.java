package dev.standing.privileges.grants;

import java.time.Duration;
import java.time.InstantSource;

/** Up to when it is known which records members contest. Beyond a bound nothing is taken from anybody, for they may contest it. */
public final class HeardDisputes extends HeardLately {
    public HeardDisputes(Duration bound, InstantSource clock) {
        super(bound, clock);
    }
}
