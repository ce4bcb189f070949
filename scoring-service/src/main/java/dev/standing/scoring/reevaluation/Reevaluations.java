package dev.standing.scoring.reevaluation;

import dev.standing.delivery.writer.NotLeading;
import dev.standing.delivery.writer.Writer;
import dev.standing.scoring.intake.Scorer;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;

/** Has everybody re-evaluated, some members after each batch. */
@Singleton
final class Reevaluations {
    private final Writer writer;
    private final Scorer scorer;

    Reevaluations(Writer writer, Scorer scorer) {
        this.writer = writer;
        this.scorer = scorer;
    }

    /**
     * As of today; 503 where this process does not write scores, or ceases to before all are read, 409 where they stand as of a
     * later day.
     *
     * @param back whether to come back from a later day
     */
    Uni<ReevaluationResult> reevaluate(boolean back) {
        return writer.command(session -> scorer.reevaluate(session, back))
                .chain(begun -> begun.map(Uni.createFrom()::completionStage).orElseThrow(Reevaluations::dayIsPast))
                .onFailure(failure -> failure instanceof NotLeading || failure instanceof CancellationException)
                .transform(failure -> ProblemException.unavailable("This instance does not write scores now"))
                .map(ReevaluationResult::of);
    }

    private static ProblemException dayIsPast() {
        return ProblemException.conflict(
                "day-is-past",
                "Scores stand as of a later day than today. Where a clock ran ahead, back=true brings them back to today");
    }
}
