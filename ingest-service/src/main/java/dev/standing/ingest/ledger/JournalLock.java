package dev.standing.ingest.ledger;

/**
 * The advisory locks of the three journals. Whoever needs more than one takes them in this order, so that nobody waits
 * in a circle.
 */
public final class JournalLock {
    public static final long LEDGER = 1;
    public static final long CONSENTS = 2;
    public static final long TIES = 3;

    private JournalLock() {}
}
