package dev.standing.privileges.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.checks.Loans;
import dev.standing.privileges.policy.Policies;
import dev.standing.web.patience.Patience;
import dev.standing.web.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Turned by hand: each step keeps a group, in a store that may fail. */
class DecisionLogTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Check> stored = new ArrayList<>();
    private boolean away;
    private final DecisionLog log = new DecisionLog(
            new Line(2, 10),
            this::store,
            () -> true,
            Duration.ofMillis(1),
            new Patience(Duration.ofSeconds(10)),
            registry);

    private void store(List<Check> checks) {
        if (away) {
            throw new IllegalStateException("away");
        }
        stored.addAll(checks);
    }

    @Test
    void creditIsAnsweredWhenItIsKeptAndNotBefore() throws InterruptedException {
        Check loan = loan();
        CompletableFuture<CheckAnswer> answer = ask(loan);
        assertThat(answer).isNotDone();

        log.step();

        assertThat(stored).containsExactly(loan);
        assertThat(answer).isCompletedWithValue(loan.answer());
    }

    @Test
    void whatIsNoCreditIsAnsweredAtOnceAndKeptLater() throws InterruptedException {
        Check bike = bike();

        assertThat(ask(bike)).isCompletedWithValue(bike.answer());
        assertThat(stored).isEmpty();

        log.step();
        assertThat(stored).containsExactly(bike);
        assertThat(count("kept")).isEqualTo(1);
    }

    @Test
    void whileTheStoreIsAwayCreditIsRefusedAndTheOthersWaitInOrder() throws InterruptedException {
        away = true;
        Check first = bike();
        Check second = bike();
        assertThat(ask(first)).isDone();
        assertThat(ask(second)).isDone();
        CompletableFuture<CheckAnswer> loan = ask(loan());

        log.step();

        assertThat(statusOf(loan)).isEqualTo(503);
        assertThat(count("refused")).isEqualTo(1);
        away = false;
        log.step();
        assertThat(stored).containsExactly(first, second);
        assertThat(count("lost")).isZero();
    }

    @Test
    void whenFullCreditIsRefusedAndTheOthersAreCountedAndHaveNoId() {
        for (int i = 0; i < 2; i++) {
            assertThat(ask(loan())).isNotDone();
            assertThat(ask(bike()).join().id()).isNotNull();
        }

        assertThat(statusOf(ask(loan()))).isEqualTo(503);
        Check beyond = bike();
        assertThat(ask(beyond)).isCompletedWithValue(beyond.answer().unkept());
        assertThat(beyond.answer().unkept().id()).isNull();
        assertThat(count("lost")).isEqualTo(1);
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void atTheEndWhatWasAnsweredAndIsNotKeptIsLostAndCreditIsNot() throws InterruptedException {
        assertThat(ask(loan())).isNotDone();
        assertThat(ask(bike())).isDone();
        assertThat(ask(bike())).isDone();

        log.end(Duration.ZERO);

        assertThat(count("lost")).isEqualTo(2);
    }

    private CompletableFuture<CheckAnswer> ask(Check check) {
        return log.keep(check).subscribeAsCompletionStage();
    }

    private static int statusOf(CompletableFuture<CheckAnswer> answer) {
        assertThat(answer).isCompletedExceptionally();
        return ((ProblemException) answer.exceptionNow()).problem().status();
    }

    private double count(String what) {
        return registry.counter("standing.privileges.decisions." + what).count();
    }

    private static Check loan() {
        return Loans.loan(Policies.facts(600, 400), 50_000);
    }

    private static Check bike() {
        return Loans.bike(Policies.facts(600, 400));
    }
}
