package dev.standing.ingest.disputes;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disputes by the page, as queries ask for them. */
@Singleton
class Pages {
    private final Disputes disputes;

    Pages(Disputes disputes) {
        this.disputes = disputes;
    }

    /** Fails with 422 where there is no such state, or the viewer sees no dispute {@code after}. */
    Uni<List<DisputeView>> page(Viewer viewer, @Nullable String state, @Nullable String after) {
        DisputeState wanted = state == null
                ? null
                : DisputeState.find(state)
                        .orElseThrow(() ->
                                ProblemException.invalid(new Violation("state", state, "open, upheld or rejected")));
        return disputes.all(viewer, wanted, after)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.invalid(
                        new Violation("after", after, "the id of the last dispute of the page before")))
                .map(found -> found.stream().map(DisputeView::of).toList());
    }
}
