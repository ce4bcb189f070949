package dev.standing.influence.report;

/** What is left of a tie that a member drops. */
public enum Removal {
    /** The moment of severing: the tie lifts no more, drags as before and counts towards the minimum. */
    SEVERED,
    /** After the memory is gone: as if the tie had never been. */
    FORGOTTEN
}
