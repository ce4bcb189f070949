package dev.standing.scoring.reevaluation;

import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Who waits for a re-evaluation. Asked by anybody, answered by the one writer between two batches. Thread-safe. */
@Singleton
public final class ReevaluationDemands {
    private final Queue<CompletableFuture<ReevaluationResult>> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean open;

    ReevaluationDemands() {}

    /**
     * Waits for one.
     *
     * @throws ProblemException 503 where this instance does not write scores now
     */
    Uni<ReevaluationResult> demand() {
        if (!open) {
            throw ProblemException.unavailable("This instance does not write scores now");
        }
        CompletableFuture<ReevaluationResult> demand = new CompletableFuture<>();
        waiting.add(demand);
        return Uni.createFrom().completionStage(demand);
    }

    /** From now on this instance writes scores. */
    public void open() {
        open = true;
    }

    /** It does not any more, and whoever waits is told. */
    public void close() {
        open = false;
        for (var demand = waiting.poll(); demand != null; demand = waiting.poll()) {
            demand.completeExceptionally(ProblemException.unavailable("Scores are being read again"));
        }
    }

    /**
     * Answers whoever waits; a failure that is not the caller's is told and thrown.
     *
     * @param reevaluation throws a {@link ProblemException} where it may not be
     */
    public void answer(Supplier<ReevaluationResult> reevaluation) {
        for (var demand = waiting.poll(); demand != null; demand = waiting.poll()) {
            try {
                demand.complete(reevaluation.get());
            } catch (ProblemException e) {
                demand.completeExceptionally(e);
            } catch (RuntimeException e) {
                demand.completeExceptionally(ProblemException.unavailable("The database did not answer"));
                throw e;
            }
        }
    }
}
