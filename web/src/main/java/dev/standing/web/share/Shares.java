package dev.standing.web.share;

import dev.standing.web.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;

/** What callers take at a time of something that all of them share: so much each, and so much in all. Thread-safe. */
public final class Shares {
    private final String what;
    private final long perCaller;
    private final long inAll;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenInAll;

    /**
     * Nothing is taken yet.
     *
     * @param what its name for callers, in the plural
     */
    public Shares(String what, long perCaller, long inAll) {
        this.what = what;
        this.perCaller = perCaller;
        this.inAll = inAll;
    }

    /** A share of the caller's, with nothing taken. */
    public Share of(String caller) {
        return new Share(this, caller);
    }

    synchronized void take(String caller, long amount) {
        long own = taken.getOrDefault(caller, 0L) + amount;
        if (own > perCaller) {
            throw ProblemException.tooMany(
                    "A caller may have " + perCaller + " " + what + " at a time; wait for an answer, or end one");
        }
        if (takenInAll + amount > inAll) {
            throw ProblemException.unavailable("There are too many " + what + " now; try again in a moment");
        }
        taken.put(caller, own);
        takenInAll += amount;
    }

    synchronized void giveBack(String caller, long amount) {
        taken.computeIfPresent(caller, (name, own) -> own == amount ? null : own - amount);
        takenInAll -= amount;
    }
}
