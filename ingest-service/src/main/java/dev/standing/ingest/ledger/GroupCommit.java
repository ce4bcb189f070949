package dev.standing.ingest.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final Function<List<T>, CompletionStage<List<R>>> committer;
    private final int maxSize;
    private final int capacity;
    private final ArrayDeque<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean committing;

    public GroupCommit(Function<List<T>, CompletionStage<List<R>>> committer, int maxSize, int capacity) {
        if (maxSize < 1 || capacity < 1) {
            throw new IllegalArgumentException(
                    "maxSize is " + maxSize + ", capacity " + capacity + "; allowed: at least 1 each");
        }
        this.committer = committer;
        this.maxSize = maxSize;
        this.capacity = capacity;
    }

    /**
     * Commits the item with the next group.
     *
     * @return its outcome; fails with {@link QueueFull} at once where too many wait, and with what the committer failed
     *     with
     */
    public CompletableFuture<R> submit(T item) {
        Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
        synchronized (queue) {
            if (queue.size() >= capacity) {
                return CompletableFuture.failedFuture(new QueueFull());
            }
            queue.add(waiting);
            if (committing) {
                return waiting.outcome();
            }
            committing = true;
        }
        commitNext();
        return waiting.outcome();
    }

    /** How many wait for a commit that has not begun. */
    public int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    private void commitNext() {
        List<Waiting<T, R>> group = nextGroup();
        if (group.isEmpty()) {
            return;
        }
        List<T> items = group.stream().map(Waiting::item).toList();
        CompletionStage<List<R>> commit;
        try {
            commit = committer.apply(items);
        } catch (RuntimeException e) {
            commit = CompletableFuture.failedFuture(e);
        }
        commit.whenComplete((outcomes, failure) -> {
            // The next group starts before this one is answered: the database works while responses are written.
            commitNext();
            answer(group, outcomes, failure);
        });
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

    private static <T, R> void answer(
            List<Waiting<T, R>> group, @Nullable List<R> outcomes, @Nullable Throwable failure) {
        for (int i = 0; i < group.size(); i++) {
            CompletableFuture<R> outcome = group.get(i).outcome();
            if (outcomes != null && outcomes.size() == group.size()) {
                outcome.complete(outcomes.get(i));
            } else {
                outcome.completeExceptionally(
                        failure != null ? failure : new IllegalStateException("the committer lost an outcome"));
            }
        }
    }

    /** Too many wait already; the caller may try again in a moment. */
    public static final class QueueFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        QueueFull() {
            super("too many requests wait for a commit", null, false, false);
        }
    }

    private record Waiting<T, R>(T item, CompletableFuture<R> outcome) {}
}
