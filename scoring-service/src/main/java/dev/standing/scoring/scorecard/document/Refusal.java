package dev.standing.scoring.scorecard.document;

/** Makes the error for a place in the document; it knows the line of the place. */
@FunctionalInterface
interface Refusal {
    /**
     * The error to throw.
     *
     * @param path as {@code attributes[2].bins[0].from}
     * @param sentence what is there and what is allowed
     */
    RuntimeException at(String path, String sentence);
}
