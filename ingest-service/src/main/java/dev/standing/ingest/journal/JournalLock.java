package dev.standing.ingest.journal;

import dev.standing.database.Silence;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The advisory locks of the journals. Whoever appends to a journal holds its lock until the commit is over, so that
 * positions rise in commit order and the relay never passes over one that commits late. Whoever needs more than one takes
 * them in the order of this list, so that nobody waits in a circle.
 */
public enum JournalLock {
    LEDGER(1),
    CONSENTS(2),
    TIES(3),
    DISPUTES(4),
    PARTNERS(5);

    private final String statement;

    JournalLock(int number) {
        statement = "select 1 from pg_advisory_xact_lock(" + number + "), " + Silence.BORNE_SHORTLY;
    }

    /** Takes the lock for the rest of the transaction, which nobody bears to be silent for long from here on. */
    public String statement() {
        return statement;
    }

    /** Takes the lock for the rest of the session's transaction. */
    public Uni<Void> take(Mutiny.Session session) {
        return session.createNativeQuery(statement, Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }
}
