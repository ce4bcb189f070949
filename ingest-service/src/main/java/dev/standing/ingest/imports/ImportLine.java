package dev.standing.ingest.imports;

import dev.standing.web.problem.Problem;

/**
 * A line, read and judged.
 *
 * @param <G> what a good line means
 */
sealed interface ImportLine<G> {
    /** It may go to its feature. */
    record Good<G>(G meaning) implements ImportLine<G> {}

    /** It may not. */
    record Bad<G>(Problem problem) implements ImportLine<G> {}
}
