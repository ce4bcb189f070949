package dev.standing.ingest.imports;

import dev.standing.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A line, read and judged.
 *
 * @param <L> what a good line says
 */
sealed interface ImportLine<L> {
    /** It may go to the database. */
    record Good<L>(L line) implements ImportLine<L> {}

    /** It may not. */
    record Bad<L>(@Nullable String id, Problem problem) implements ImportLine<L> {}
}
