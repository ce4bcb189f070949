package dev.standing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final int BATCH = 10;
    private static final Pace PACE = new Pace(BATCH, Duration.ofHours(1), Duration.ofMillis(1), Duration.ofSeconds(1));
    private static final Journal JOURNAL =
            new Journal("scoring", "score_journal", "standing.scores", "at", "*", row -> {
                throw new IllegalStateException("nothing is read here");
            });

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-02T00:00:00Z");
    private final RelayWatch watch = new RelayWatch(JOURNAL, registry, () -> now);
    private final Turns turns = new Turns();
    private final Relay relay = new Relay("test", turns, PACE, watch, new Watermarks(JOURNAL, System::nanoTime));

    @AfterEach
    void end() {
        relay.close();
    }

    @Test
    void aFullBatchIsFollowedByTheNextAtOnce() throws InterruptedException {
        turns.publish(BATCH, BATCH, 3);

        relay.start();

        turns.await(3);
    }

    @Test
    void aNudgeSavesTheWaitForTheNextLook() throws InterruptedException {
        relay.start();
        turns.await(1);

        relay.nudge();

        turns.await(1);
    }

    @Test
    void itTriesAgainHoweverOftenItFails() throws InterruptedException {
        turns.fail(5);

        relay.start();

        turns.await(6);
        assertThat(registry.get("standing.outbox.failures").counter().count()).isEqualTo(5);
    }

    @Test
    void closedItEnds() throws InterruptedException {
        relay.start();
        turns.await(1);
        assertThat(relay.stuckFor(Duration.ofMinutes(1))).isFalse();

        relay.close();

        assertThat(relay.stuckFor(Duration.ofMinutes(1)))
                .as("its thread has ended")
                .isTrue();
    }

    @Test
    void theAgeIsThatOfTheOldestEntryUntilItIsPublished() {
        relay.start();
        watch.oldestPending(now);
        now = now.plusMillis(1_500);
        assertThat(age()).isEqualTo(1.5);

        watch.published(2);

        assertThat(age()).isZero();
        assertThat(registry.get("standing.outbox.published")
                        .tag("journal", "score_journal")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private double age() {
        return registry.get("standing.outbox.age")
                .tag("journal", "score_journal")
                .gauge()
                .value();
    }

    /** An outbox that does what it is told, and then has nothing more. */
    private static final class Turns implements IntSupplier {
        private static final int FAILURE = -1;

        private final Deque<Integer> script = new ArrayDeque<>();
        private final Semaphore taken = new Semaphore(0);

        void publish(Integer... counts) {
            script.addAll(List.of(counts));
        }

        void fail(int times) {
            for (int i = 0; i < times; i++) {
                script.add(FAILURE);
            }
        }

        void await(int count) throws InterruptedException {
            assertThat(taken.tryAcquire(count, 10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public int getAsInt() {
            Integer next = script.poll();
            taken.release();
            if (next != null && next == FAILURE) {
                throw new IllegalStateException("the broker is away");
            }
            return next == null ? 0 : next;
        }
    }
}
