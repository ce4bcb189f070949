package dev.standing.ingest.ledger;

/** What the ledger says of one submission. */
public enum Verdict {
    /** New, and committed. */
    ACCEPTED,
    /** There already, with the same content. */
    DUPLICATE,
    /** There already, with other content. */
    CONFLICT,
    /** The member does not allow this partner to send records. */
    NO_CONSENT
}
