package dev.standing.receipts;

import dev.standing.receipts.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/** Carries a refusal from where it is found to where the verdict is given. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refusal(Reason reason, String text) {
        this(reason, text, null);
    }

    Refusal(Reason reason, String text, @Nullable Exception cause) {
        // An answer, not a fault: nobody reads its stack trace.
        super(text, cause, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
