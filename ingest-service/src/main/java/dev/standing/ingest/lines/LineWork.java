package dev.standing.ingest.lines;

import dev.standing.ingest.outcome.Outcome;
import dev.standing.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What to do with lines.
 *
 * @param <I> a line, read
 */
public interface LineWork<I> {
    /** Bytes of the answer to a line that is taken. */
    int USUAL_ANSWER_LENGTH = 56;

    /** Reads a line; what is wrong with it is part of what it returns. The bytes are good until this returns. */
    I read(byte[] bytes, int from, int length);

    /** What stands for a line that could not be read at all. */
    I unreadable(Problem problem);

    /** About how many bytes its answer takes, as far as that is known before it is committed. */
    int answerLength(I item);

    /** Commits what can be, and says of each, in order, what became of it. */
    Uni<List<Outcome>> commit(List<I> chunk);
}
