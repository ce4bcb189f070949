package dev.standing.database;

/**
 * How long the server bears that nobody is heard in a transaction, before it ends the session and lets go of its locks: of
 * callers' transactions longer than anybody waits for them, which every connection is set to; of those that everybody waits
 * behind, the writer's, a relay's and who appends to a journal, shorter.
 */
public final class Silence {
    static final String SHORT = "5s";

    /** What begins such a transaction, and is no query: what it does may still say how isolated it is. */
    static final String BEGIN = "begin; set local idle_in_transaction_session_timeout = '" + SHORT + "'";

    /** What a statement calls for the rest of the transaction that it is in. */
    public static final String BORNE_SHORTLY =
            "set_config('idle_in_transaction_session_timeout', '" + SHORT + "', true)";

    private Silence() {}
}
