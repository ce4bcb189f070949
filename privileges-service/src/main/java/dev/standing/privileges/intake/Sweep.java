package dev.standing.privileges.intake;

import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Whom to look at as time passes: those with an end that has come, and on a new day everybody. Some members at a time, for
 * messages wait meanwhile. Used by one thread.
 */
final class Sweep {
    /** So few that a batch hardly waits for them, should all of them change. */
    private static final int MEMBERS_AT_ONCE = 500;

    private final Deque<String> left = new ArrayDeque<>();
    private LocalDate begunOn = LocalDate.MIN;

    /** Nobody is left, and the next one is over everybody. */
    void reset() {
        left.clear();
        begunOn = LocalDate.MIN;
    }

    void begin(Members members, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean everybody = today.isAfter(begunOn);
        members.forEach((id, member) -> {
            if (everybody || Judge.isDue(member, now)) {
                left.add(id);
            }
        });
        begunOn = today;
    }

    boolean isOver() {
        return left.isEmpty();
    }

    /** The next ids. */
    List<String> next() {
        List<String> next = new ArrayList<>();
        while (!left.isEmpty() && next.size() < MEMBERS_AT_ONCE) {
            next.add(left.remove());
        }
        return next;
    }
}
