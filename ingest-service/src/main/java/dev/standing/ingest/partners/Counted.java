package dev.standing.ingest.partners;

import dev.standing.ingest.admission.RefusalReason;

/** What is counted, by its names in the table of counts. */
final class Counted {
    static final String ACCEPTED = "accepted";
    static final String RETRACTED = "retracted";
    /** The retracted again, by the day on which they were accepted. */
    static final String UNDONE = "undone";

    static final String CONTESTED = "contested";
    static final String UPHELD = "upheld";

    private Counted() {}

    static String refused(RefusalReason reason) {
        return "refused " + reason.label();
    }
}
