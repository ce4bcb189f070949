package dev.standing.ingest.imports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.lines.LineWork;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.web.problem.JsonProblems;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Lines of one sort, read and judged by a guard; the good ones of a chunk go to their feature together.
 *
 * @param <L> what a line says
 * @param <G> what a good one means
 */
final class ImportLines<L, G> implements LineWork<ImportLine<G>> {
    private final PlainLine.Reader<L> plain;
    private final ObjectMapper mapper;
    private final Class<L> type;
    private final Function<L, G> guard;
    private final Function<List<G>, Uni<List<Outcome>>> feature;
    private final ImportProgress progress;

    /**
     * @param plain reads what is plain
     * @param mapper reads the rest
     * @param guard throws a {@link ProblemException} of a line that is no good
     */
    ImportLines(
            PlainLine.Reader<L> plain,
            ObjectMapper mapper,
            Class<L> type,
            Function<L, G> guard,
            Function<List<G>, Uni<List<Outcome>>> feature,
            ImportProgress progress) {
        this.plain = plain;
        this.mapper = mapper;
        this.type = type;
        this.guard = guard;
        this.feature = feature;
        this.progress = progress;
    }

    @Override
    public ImportLine<G> read(byte[] bytes, int from, int length) {
        try {
            L line = plain.read(bytes, from, length);
            if (line == null) {
                line = mapper.readValue(bytes, from, length, type);
            }
            if (line == null) {
                throw ProblemException.invalid(new Violation("", "null", "an object"));
            }
            return new ImportLine.Good<>(guard.apply(line));
        } catch (ProblemException e) {
            return unreadable(e.problem());
        } catch (JacksonException e) {
            return unreadable(JsonProblems.of(e).problem());
        } catch (IOException e) {
            return unreadable(
                    ProblemException.malformed("The text is not UTF-8").problem());
        }
    }

    @Override
    public ImportLine<G> unreadable(Problem problem) {
        return new ImportLine.Bad<>(problem);
    }

    @Override
    public int answerLength(ImportLine<G> line) {
        return switch (line) {
            case ImportLine.Good<G> good -> USUAL_ANSWER_LENGTH;
            case ImportLine.Bad<G>(Problem problem) -> problem.length();
        };
    }

    @Override
    public Uni<List<Outcome>> commit(List<ImportLine<G>> chunk) {
        List<G> good = new ArrayList<>(chunk.size());
        for (ImportLine<G> line : chunk) {
            if (line instanceof ImportLine.Good<G>(G meaning)) {
                good.add(meaning);
            }
        }
        return (good.isEmpty() ? Uni.createFrom().item(List.<Outcome>of()) : feature.apply(good))
                .map(stored -> merge(chunk, stored))
                .invoke(progress::answered);
    }

    private static <G> List<Outcome> merge(List<ImportLine<G>> chunk, List<Outcome> stored) {
        Iterator<Outcome> next = stored.iterator();
        List<Outcome> outcomes = new ArrayList<>(chunk.size());
        for (ImportLine<G> line : chunk) {
            outcomes.add(
                    switch (line) {
                        case ImportLine.Good<G> good -> next.next();
                        case ImportLine.Bad<G>(Problem problem) -> Outcome.refused(null, problem);
                    });
        }
        return outcomes;
    }
}
