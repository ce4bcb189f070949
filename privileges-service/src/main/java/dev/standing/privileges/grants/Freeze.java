package dev.standing.privileges.grants;

import dev.standing.privileges.grants.Privilege.Ending;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps back ends that have come: a dispute of the member, or that nobody knows whether there is one. Each end waits by itself, of
 * several of one privilege too: for a dispute {@link #LONGEST} beyond its own day at most, however many disputes follow one another.
 *
 * @param until when the last dispute of the member ends to freeze; long ago where none does
 * @param disputesKnown whether it is known lately which records members contest
 */
public record Freeze(Instant until, boolean disputesKnown) {
    /** How long disputes may keep an announced end back. */
    static final Duration LONGEST = Duration.ofDays(30);

    /** Of what is known of the member. */
    public static Freeze of(Member member, boolean disputesKnown) {
        return new Freeze(member.contestedUntil(), disputesKnown);
    }

    /** Until when at the longest a dispute keeps an announced end back; null where none does beyond the end's own day. */
    public @Nullable Instant keepsUntil(Ending ending, Instant now) {
        Instant last = lastFor(ending.until());
        return last.isAfter(ending.until()) && last.isAfter(now) ? last : null;
    }

    boolean keeps(Instant end, Instant now) {
        return !disputesKnown || now.isBefore(lastFor(end));
    }

    /** What is left of a privilege once all ends have come that nothing keeps back; begun when that which was kept back was let go. */
    Privilege left(Privilege held, Instant now) {
        Privilege left = held;
        while (left instanceof Ending ending && !now.isBefore(ending.until()) && !keeps(ending.until(), now)) {
            Instant keptUntil = lastFor(ending.until());
            left = keptUntil.isAfter(ending.until()) ? ending.then().begunAt(keptUntil) : ending.then();
        }
        return left;
    }

    private Instant lastFor(Instant end) {
        Instant longest = end.plus(LONGEST);
        return until.isBefore(longest) ? until : longest;
    }
}
