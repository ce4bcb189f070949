package dev.standing.scoring.intake;

import dev.standing.database.DatabaseClock;
import dev.standing.database.Session;
import dev.standing.scoring.calendar.EpochDay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * What day it is. A new one begins when it has begun by this process's clock and by the database's: scores do not come back from
 * a day that one clock has made up. Days are days since 1970-01-01, UTC. Used by the writer's thread.
 */
@Singleton
final class Today {
    private static final Logger LOG = Logger.getLogger(Today.class);

    private final InstantSource clock;
    private final DatabaseClock databaseClock;
    private int told;

    Today(InstantSource clock, DatabaseClock databaseClock) {
        this.clock = clock;
        this.databaseClock = databaseClock;
    }

    /** The database is asked where this process's clock has a later day than the one that is known. */
    int after(int known, Session session) {
        int ours = EpochDay.of(clock.instant());
        if (ours <= known) {
            return ours;
        }
        int theirs = EpochDay.of(databaseClock.now(session));
        if (ours > theirs + 1 && told != theirs) {
            LOG.warnf("This process's clock is %d days ahead of the database's, whose days are kept to", ours - theirs);
            told = theirs;
        }
        return Math.min(ours, theirs);
    }

    /** Now, or where it is another day by now, the beginning of the day. */
    Instant nowOn(int day) {
        Instant now = clock.instant();
        return EpochDay.of(now) == day ? now : EpochDay.start(day);
    }
}
