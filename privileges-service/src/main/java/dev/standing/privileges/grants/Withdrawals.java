package dev.standing.privileges.grants;

import dev.standing.database.Session;
import java.util.Collection;

/** Told of members who withdrew a consent, so that what stands on it ends with it. */
@FunctionalInterface
public interface Withdrawals {
    /** In the transaction that writes the withdrawals, so that there is never one without the other. Repeating it changes nothing. */
    void withdrawn(Session session, Collection<String> members);
}
