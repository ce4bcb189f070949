package dev.standing.ingest.ledger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lets requests that arrive while a commit is on its way share the next one. A lone request commits at once, so an idle
 * service adds no delay; under load the groups grow by themselves to what arrives during one commit.
 *
 * <p>At most one commit is on its way and at most {@code capacity} items wait. Each item gets the outcome at its own
 * index of what the committer answers, and nobody is answered before the committer has. Thread-safe.
 *
 * @param <T> what is committed
 * @param <R> what is said of each
 */
public final class GroupCommit<T, R> {
    private final Function<List<T>, Uni<List<R>>> committer;
    private final int maxSize;
    private final int capacity;
    private final ArrayDeque<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean committing;
    private volatile long movedAtNanos = System.nanoTime();

    public GroupCommit(Function<List<T>, Uni<List<R>>> committer, int maxSize, int capacity) {
        if (maxSize < 1 || capacity < 1) {
            throw new IllegalArgumentException(
                    "maxSize is " + maxSize + ", capacity " + capacity + "; allowed: at least 1 each");
        }
        this.committer = committer;
        this.maxSize = maxSize;
        this.capacity = capacity;
    }

    /**
     * Commits the item with the next group, each time that it is subscribed to.
     *
     * @return its outcome; fails with {@link QueueFull} at once where too many wait, and with what the committer failed
     *     with
     */
    public Uni<R> submit(T item) {
        return Uni.createFrom().emitter(outcome -> enqueue(item, outcome));
    }

    /** How many wait for a commit that has not begun. */
    public int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** Whether some wait although no commit has begun for that long. */
    boolean stuckFor(Duration time) {
        return waiting() > 0 && System.nanoTime() - movedAtNanos > time.toNanos();
    }

    private void enqueue(T item, UniEmitter<? super R> outcome) {
        boolean idle;
        synchronized (queue) {
            if (queue.size() >= capacity) {
                outcome.fail(new QueueFull());
                return;
            }
            queue.add(new Waiting<>(item, outcome));
            idle = !committing;
            committing = true;
        }
        if (idle) {
            commitNext();
        }
    }

    private void commitNext() {
        movedAtNanos = System.nanoTime();
        List<Waiting<T, R>> group = nextGroup();
        if (group.isEmpty()) {
            return;
        }
        List<T> items = group.stream().map(Waiting::item).toList();
        Uni.createFrom()
                .deferred(() -> committer.apply(items))
                .subscribe()
                .with(outcomes -> settle(() -> answer(group, outcomes)), failure -> settle(() -> fail(group, failure)));
    }

    /** The next group starts before this one is answered: the database works while responses are written. */
    private void settle(Runnable answer) {
        commitNext();
        answer.run();
    }

    private List<Waiting<T, R>> nextGroup() {
        synchronized (queue) {
            List<Waiting<T, R>> group = new ArrayList<>(Math.min(maxSize, queue.size()));
            while (group.size() < maxSize && !queue.isEmpty()) {
                group.add(queue.remove());
            }
            committing = !group.isEmpty();
            return group;
        }
    }

    private static <T, R> void answer(List<Waiting<T, R>> group, List<R> outcomes) {
        if (outcomes.size() != group.size()) {
            fail(group, new IllegalStateException("the committer lost an outcome"));
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).outcome().complete(outcomes.get(i));
        }
    }

    private static <T, R> void fail(List<Waiting<T, R>> group, Throwable failure) {
        group.forEach(waiting -> waiting.outcome().fail(failure));
    }

    /** Too many wait already; the caller may try again in a moment. */
    public static final class QueueFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        QueueFull() {
            super("too many requests wait for a commit", null, false, false);
        }
    }

    private record Waiting<T, R>(T item, UniEmitter<? super R> outcome) {}
}
