package dev.standing.privileges.checks;

import io.smallrye.mutiny.Uni;

/** Where checks are kept. */
public interface CheckLog {
    /**
     * Keeps a check, and says what may be answered.
     *
     * @return for credit the answer once it is kept for good, or 503 where it cannot be; for any other perk the answer at once: without
     *     its id where it will not be kept
     */
    Uni<CheckAnswer> keep(Check check);
}
