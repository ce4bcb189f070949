package dev.standing.ingest.admission;

import java.util.Locale;

/** Why records are turned away, as they are counted: few and fixed, and nothing of the content. */
public enum RefusalReason {
    /** Not JSON, cut off, nested too deep, or a line too long. */
    MALFORMED,
    /** A field is missing, unknown or wrong. */
    FIELD,
    /** The kind is not in the catalogue. */
    KIND,
    /** The merchant category would reveal a special category of personal data. */
    SPECIAL_CATEGORY,
    /** The member does not allow this partner to send records. */
    CONSENT,
    /** The id is taken by other content. */
    CONFLICT;

    /** The name in the metric, in the database and in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
