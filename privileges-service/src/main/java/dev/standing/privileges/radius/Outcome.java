package dev.standing.privileges.radius;

import java.util.Locale;

/** What came of a change of authorization. */
enum Outcome {
    ACKNOWLEDGED,
    REFUSED,
    NO_SUCH_SESSION,
    UNANSWERED;

    /** The name in metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
