package dev.standing.web.share;

import dev.standing.web.problem.ProblemException;

/** What one call of a caller has taken. Thread-safe. */
public final class Share {
    private final Shares all;
    private final String caller;
    private long taken;

    Share(Shares all, String caller) {
        this.all = all;
        this.caller = caller;
    }

    /**
     * Takes so much more.
     *
     * @throws ProblemException 429 where the caller would have more than a caller may, 503 where all together would
     */
    public synchronized void take(long amount) {
        all.take(caller, amount);
        taken += amount;
    }

    /** All of it; once more does nothing. */
    public synchronized void giveBack() {
        all.giveBack(caller, taken);
        taken = 0;
    }
}
