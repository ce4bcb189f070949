package dev.standing.scoring.reevaluation;

import dev.standing.delivery.writer.NotLeading;
import dev.standing.delivery.writer.Writer;
import dev.standing.scoring.intake.Scorer;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Has everybody re-evaluated between two batches. */
@Singleton
final class Reevaluations {
    private final Writer writer;
    private final Scorer scorer;

    Reevaluations(Writer writer, Scorer scorer) {
        this.writer = writer;
        this.scorer = scorer;
    }

    /** As of the clock's today; 503 where this process does not write scores, 409 where they stand as of a later day. */
    Uni<ReevaluationResult> reevaluate() {
        return writer.command(scorer::reevaluateToday)
                .onFailure(NotLeading.class)
                .transform(failure -> ProblemException.unavailable("This instance does not write scores now"))
                .map(outcome -> outcome.map(ReevaluationResult::of)
                        .orElseThrow(() -> ProblemException.conflict(
                                "day-is-past", "The clock's day is before the day that scores stand as of")));
    }
}
