package dev.standing.ingest.lines;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item.
 *
 * @param line number of the line from 1, where the item was a line
 * @param id what the sender calls it, where that could be read
 * @param state what it is now, as {@code accepted}, {@code duplicate}, {@code conflict} or {@code refused}
 * @param problem why it was not taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one item")
public record Outcome(
        @Nullable Long line,
        @Nullable String id,
        String state,
        @Nullable Problem problem) {

    public static final String REFUSED = "refused";

    /** It was taken, or was there already. */
    public static Outcome of(String id, String state) {
        return new Outcome(null, id, state, null);
    }

    /** It was not taken. */
    public static Outcome of(@Nullable String id, String state, Problem problem) {
        return new Outcome(null, id, state, problem);
    }

    Outcome atLine(long number) {
        return new Outcome(number, id, state, problem);
    }
}
