package dev.standing.web.patience;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.start.WebConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives up waiting, not what is waited for: a statement that nobody follows to its end would keep its connection. What is
 * given up and not over is bounded; beyond it, callers are turned away at once. Thread-safe.
 */
@Singleton
public class Patience {
    private static final int MOST_GIVEN_UP = 1_000;

    private final Duration patience;
    private final AtomicInteger givenUp = new AtomicInteger();

    @Inject
    Patience(WebConfig config) {
        this(config.patience());
    }

    public Patience(Duration patience) {
        this.patience = patience;
    }

    /** The same answer, or 503 where it does not come in time. */
    public <T> Uni<T> bound(Uni<T> answer) {
        return Uni.createFrom().deferred(() -> {
            if (givenUp.get() >= MOST_GIVEN_UP) {
                return Uni.createFrom().failure(unavailable());
            }
            AtomicBoolean over = new AtomicBoolean();
            return followed(answer, over).ifNoItem().after(patience).failWith(() -> {
                if (over.compareAndSet(false, true)) {
                    givenUp.incrementAndGet();
                }
                return unavailable();
            });
        });
    }

    /** Goes on to its end where whoever waits has left. */
    private <T> Uni<T> followed(Uni<T> answer, AtomicBoolean over) {
        return Uni.createFrom().emitter(waiting -> answer.subscribe()
                .with(
                        item -> {
                            end(over);
                            waiting.complete(item);
                        },
                        failure -> {
                            end(over);
                            waiting.fail(failure);
                        }));
    }

    private void end(AtomicBoolean over) {
        if (!over.compareAndSet(false, true)) {
            givenUp.decrementAndGet();
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable("The database does not answer; try again in a moment");
    }
}
