package dev.standing.privileges.grants;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Up to when it is known what ingest says of something. One thread writes, any thread reads. */
public abstract sealed class HeardLately permits HeardConsents, HeardDisputes {
    private final Duration bound;
    private final InstantSource clock;
    private volatile Instant through = Instant.EPOCH;

    /**
     * Nothing is heard yet.
     *
     * @param clock the machine's, not the one that grace is counted by: it is compared with the clock of ingest's database
     */
    HeardLately(Duration bound, InstantSource clock) {
        this.bound = bound;
        this.clock = clock;
    }

    /** All that was committed before that is in memory. */
    public void through(Instant at) {
        through = at;
    }

    /** Whether that is known as of lately. Told of a time to come, nobody knows how long ago it is. */
    public boolean isRecent() {
        return Duration.between(through, clock.instant()).abs().compareTo(bound) <= 0;
    }
}
