package dev.standing.delivery.writer;

import dev.standing.database.Session;
import io.smallrye.mutiny.Uni;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** What others ask of the leader, to be done on its thread between two batches. */
final class Commands {
    private final Queue<Command<?>> waiting = new ConcurrentLinkedQueue<>();

    private record Command<T>(Function<Session, T> work, CompletableFuture<T> result) {
        void run(Session session) {
            try {
                result.complete(work.apply(session));
            } catch (RuntimeException e) {
                result.completeExceptionally(new NotLeading("the command failed", e));
                throw e;
            }
        }
    }

    <T> Uni<T> add(Function<Session, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        waiting.add(new Command<>(work, result));
        return Uni.createFrom().completionStage(result);
    }

    void run(Session session) {
        for (Command<?> command = waiting.poll(); command != null; command = waiting.poll()) {
            command.run(session);
        }
    }

    /** Nobody is going to do what is waiting. */
    void refuse() {
        for (Command<?> command = waiting.poll(); command != null; command = waiting.poll()) {
            command.result().completeExceptionally(new NotLeading("this process does not lead now", null));
        }
    }
}
