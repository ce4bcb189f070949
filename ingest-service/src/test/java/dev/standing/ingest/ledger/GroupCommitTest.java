package dev.standing.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final FakeCommitter committer = new FakeCommitter();

    @Test
    void aLoneItemIsCommittedAtOnce() {
        GroupCommit<Integer, String> groups = new GroupCommit<>(committer, 10, 10);

        CompletableFuture<String> outcome = submit(groups, 1);

        assertThat(committer.groups).containsExactly(List.of(1));
        assertThat(outcome).isNotDone();
        committer.finish(0);
        assertThat(outcome).isCompletedWithValue("outcome of 1");
    }

    @Test
    void whatArrivesDuringACommitSharesTheNext() {
        GroupCommit<Integer, String> groups = new GroupCommit<>(committer, 3, 10);
        List<CompletableFuture<String>> outcomes = IntStream.rangeClosed(1, 6)
                .mapToObj(item -> submit(groups, item))
                .toList();

        committer.finish(0);
        committer.finish(1);

        assertThat(committer.groups).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
        assertThat(outcomes.get(3)).isCompletedWithValue("outcome of 4");
        assertThat(outcomes.get(4)).isNotDone();
    }

    @Test
    void aFailedCommitFailsItsOwnItemsAndNoOthers() {
        GroupCommit<Integer, String> groups = new GroupCommit<>(committer, 10, 10);
        CompletableFuture<String> first = submit(groups, 1);
        CompletableFuture<String> second = submit(groups, 2);

        committer.commits.get(0).completeExceptionally(new IllegalStateException("disk on fire"));
        committer.finish(1);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue("outcome of 2");
    }

    @Test
    void aCommitterThatThrowsOrLosesOutcomesFailsTheItems() {
        GroupCommit<Integer, String> throwing = new GroupCommit<>(
                group -> {
                    throw new IllegalStateException("no connection");
                },
                10,
                10);
        GroupCommit<Integer, String> forgetful =
                new GroupCommit<>(group -> Uni.createFrom().item(List.of()), 10, 10);

        assertThat(submit(throwing, 1)).isCompletedExceptionally();
        assertThat(submit(throwing, 2)).isCompletedExceptionally();
        assertThat(submit(forgetful, 1)).isCompletedExceptionally();
    }

    @Test
    void moreThanTheQueueHoldsIsRefusedAtOnce() {
        GroupCommit<Integer, String> groups = new GroupCommit<>(committer, 10, 2);
        CompletableFuture<String> onItsWay = submit(groups, 1);
        CompletableFuture<String> second = submit(groups, 2);
        CompletableFuture<String> third = submit(groups, 3);

        CompletableFuture<String> fourth = submit(groups, 4);

        assertThat(groups.waiting()).isEqualTo(2);
        assertThat(CompletableFuture.anyOf(onItsWay, second, third)).isNotDone();
        assertThatThrownBy(fourth::join).hasCauseInstanceOf(GroupCommit.QueueFull.class);
    }

    @Test
    void underManyThreadsEachItemIsCommittedOnceAndGetsItsOwnOutcome() throws InterruptedException {
        long seed = new Random().nextLong();
        List<List<Integer>> seen = new CopyOnWriteArrayList<>();
        ConcurrentHashMap<Integer, String> outcomes = new ConcurrentHashMap<>();
        Random random = new Random(seed);
        try (ExecutorService database = Executors.newSingleThreadExecutor();
                ExecutorService callers = Executors.newFixedThreadPool(8)) {
            GroupCommit<Integer, String> groups = new GroupCommit<>(
                    group -> Uni.createFrom()
                            .item(() -> {
                                seen.add(group);
                                return group.stream()
                                        .map(item -> "outcome of " + item)
                                        .toList();
                            })
                            .runSubscriptionOn(database),
                    1 + random.nextInt(20),
                    100_000);
            IntStream.range(0, 5_000)
                    .forEach(item -> callers.execute(
                            () -> outcomes.put(item, groups.submit(item).await().indefinitely())));
            callers.shutdown();
            assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            while (outcomes.size() < 5_000) {
                Thread.sleep(5);
            }
        }

        assertThat(seen.stream().mapToInt(List::size).sum()).as("seed %d", seed).isEqualTo(5_000);
        outcomes.forEach((item, outcome) -> assertThat(outcome).isEqualTo("outcome of " + item));
    }

    private static CompletableFuture<String> submit(GroupCommit<Integer, String> groups, int item) {
        return groups.submit(item).subscribeAsCompletionStage();
    }

    /** Commits when the test says so. */
    private static final class FakeCommitter implements java.util.function.Function<List<Integer>, Uni<List<String>>> {
        final List<List<Integer>> groups = new ArrayList<>();
        final List<CompletableFuture<List<String>>> commits = new ArrayList<>();

        @Override
        public Uni<List<String>> apply(List<Integer> group) {
            groups.add(group);
            CompletableFuture<List<String>> commit = new CompletableFuture<>();
            commits.add(commit);
            return Uni.createFrom().completionStage(commit);
        }

        void finish(int index) {
            commits.get(index)
                    .complete(groups.get(index).stream()
                            .map(item -> "outcome of " + item)
                            .toList());
        }
    }
}
