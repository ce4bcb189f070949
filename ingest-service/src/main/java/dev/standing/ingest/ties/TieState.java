package dev.standing.ingest.ties;

/** How far a tie has come. Only an active one counts. */
enum TieState {
    /** One side has asked. */
    PENDING,
    /** The other side has confirmed. */
    ACTIVE,
    /** Either side has ended it, or declined. */
    SEVERED
}
