package dev.standing.privileges.intake;

import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.memory.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Whom to look at as time passes: those with an end that has come, and on a new day everybody. Some members at a time, for
 * messages wait meanwhile. Used by one thread.
 */
final class Sweep {
    /** So few that a batch hardly waits for them, should all of them change. */
    private static final int MEMBERS_AT_ONCE = 500;

    private Iterator<String> left = Collections.emptyIterator();
    private LocalDate begunOn = LocalDate.MIN;

    /** Nobody is left, and the next one is over everybody. */
    void reset() {
        left = Collections.emptyIterator();
        begunOn = LocalDate.MIN;
    }

    void begin(Members members, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        left = today.isAfter(begunOn) ? members.ids() : due(members, now).iterator();
        begunOn = today;
    }

    private static List<String> due(Members members, Instant now) {
        List<String> due = new ArrayList<>();
        members.forEachEnding((id, member) -> {
            if (Judge.isDue(member, now)) {
                due.add(id);
            }
        });
        return due;
    }

    boolean isOver() {
        return !left.hasNext();
    }

    /** The next ids. */
    List<String> next() {
        List<String> next = new ArrayList<>();
        while (left.hasNext() && next.size() < MEMBERS_AT_ONCE) {
            next.add(left.next());
        }
        return next;
    }
}
