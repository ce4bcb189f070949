package dev.standing.ingest.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item.
 *
 * @param line number of the line from 1, where the item was a line
 * @param id what the sender calls it, where that could be read
 * @param state what it is now
 * @param problem why it was not taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one item")
@RegisterForReflection
public record Outcome(
        @Nullable Long line,
        @Nullable String id,
        OutcomeState state,
        @Nullable Problem problem) {

    /** It was taken, or was there already. */
    public static Outcome of(String id, OutcomeState state) {
        return new Outcome(null, id, state, null);
    }

    /** It was not taken. */
    public static Outcome of(@Nullable String id, OutcomeState state, ProblemException reason) {
        return new Outcome(null, id, state, reason.problem());
    }

    /** It may not come in. */
    public static Outcome refused(@Nullable String id, Problem problem) {
        return new Outcome(null, id, OutcomeState.REFUSED, problem);
    }

    public Outcome atLine(long number) {
        return new Outcome(number, id, state, problem);
    }
}
