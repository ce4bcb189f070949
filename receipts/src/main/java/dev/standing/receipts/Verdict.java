package dev.standing.receipts;

/** What verification of a receipt came to. */
public sealed interface Verdict {
    /** It is by who holds the keys, for this audience, in its time and not revoked; this is what it says. */
    record Accepted(Receipt receipt) implements Verdict {}

    /**
     * Nothing that it says is to be believed.
     *
     * @param text for people
     */
    record Refused(Reason reason, String text) implements Verdict {}

    /** Why not. */
    enum Reason {
        /** It is no receipt, or one that was damaged. */
        MALFORMED,
        /** It is signed by another algorithm than ES256, or says so. */
        ALGORITHM,
        /** It is something else that is signed by the same keys. */
        TYPE,
        /** It is signed by a key that is not listed. */
        KEY,
        SIGNATURE,
        /** Something is disclosed that was not signed, or twice, or by a name that a disclosure may not have. */
        DISCLOSURE,
        EXPIRED,
        /** It is issued, or begins to hold, in a time to come. */
        NOT_YET,
        AUDIENCE,
        REVOKED
    }
}
