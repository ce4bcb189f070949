package dev.standing.ingest.imports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.lines.LineWork;
import dev.standing.ingest.lines.Outcome;
import dev.standing.web.problem.JsonProblems;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Lines of one sort, read by Jackson and judged by a guard; the good ones of a chunk go to the database in one
 * transaction.
 *
 * @param <L> what a line says
 */
final class ImportLines<L> implements LineWork<ImportLine<L>> {
    private final ObjectMapper mapper;
    private final Class<L> type;
    private final Function<L, List<Violation>> guard;
    private final Function<List<L>, CompletionStage<List<Outcome>>> store;

    ImportLines(
            ObjectMapper mapper,
            Class<L> type,
            Function<L, List<Violation>> guard,
            Function<List<L>, CompletionStage<List<Outcome>>> store) {
        this.mapper = mapper;
        this.type = type;
        this.guard = guard;
        this.store = store;
    }

    @Override
    public ImportLine<L> read(byte[] bytes, int from, int length) {
        try {
            L line = mapper.readValue(bytes, from, length, type);
            if (line == null) {
                return bad(ProblemException.invalid(new Violation("", "null", "an object")));
            }
            List<Violation> violations = guard.apply(line);
            return violations.isEmpty() ? new ImportLine.Good<>(line) : bad(ProblemException.invalid(violations));
        } catch (JacksonException e) {
            return bad(JsonProblems.of(e));
        } catch (IOException e) {
            return bad(ProblemException.malformed("The text is not UTF-8"));
        }
    }

    private ImportLine<L> bad(ProblemException e) {
        return unreadable(e.problem());
    }

    @Override
    public ImportLine<L> unreadable(Problem problem) {
        return new ImportLine.Bad<>(null, problem);
    }

    @Override
    public CompletionStage<List<Outcome>> commit(List<ImportLine<L>> chunk) {
        List<L> good = new ArrayList<>(chunk.size());
        for (ImportLine<L> line : chunk) {
            if (line instanceof ImportLine.Good<L> read) {
                good.add(read.line());
            }
        }
        return store.apply(good).thenApply(stored -> merge(chunk, stored));
    }

    private static <L> List<Outcome> merge(List<ImportLine<L>> chunk, List<Outcome> stored) {
        Iterator<Outcome> next = stored.iterator();
        List<Outcome> outcomes = new ArrayList<>(chunk.size());
        for (ImportLine<L> line : chunk) {
            outcomes.add(
                    switch (line) {
                        case ImportLine.Good<L> good -> next.next();
                        case ImportLine.Bad<L> bad -> Outcome.of(bad.id(), Outcome.REFUSED, bad.problem());
                    });
        }
        return outcomes;
    }
}
