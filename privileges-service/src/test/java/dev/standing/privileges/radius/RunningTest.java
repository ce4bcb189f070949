package dev.standing.privileges.radius;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.radius.SessionStore.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final Running running = new Running();

    @Test
    void aServerThatDoesNotAnswerHoldsUpNobodyElse() {
        running.take(sessions("silent", 4_000));
        List<Change> first = running.due(RunningTest::line, NOW);
        assertThat(first).hasSize(256);
        first.forEach(change -> running.came(change, Outcome.UNANSWERED, NOW));

        running.take(sessions("brisk", 1));

        assertThat(running.due(RunningTest::line, NOW))
                .extracting(change -> change.session().server())
                .containsExactlyInAnyOrder("silent", "brisk");
        assertThat(running.due(RunningTest::line, NOW)).isEmpty();
    }

    @Test
    void aServerThatAnswersHasMoreWhenItHasRoom() {
        running.take(sessions("brisk", 700));
        int told = 0;
        for (int round = 0; round < 3; round++) {
            List<Change> due = running.due(RunningTest::line, NOW);
            told += due.size();
            assertThat(running.isMoreDue()).isFalse();
            due.forEach(change -> running.came(change, Outcome.ACKNOWLEDGED, NOW));
            assertThat(running.isMoreDue()).isEqualTo(round < 2);
        }
        assertThat(told).isEqualTo(700);
        assertThat(running.due(RunningTest::line, NOW)).isEmpty();
    }

    @Test
    void aServerThatAnswersAgainHasAllItsRoomAgain() {
        running.take(sessions("back", 600));
        running.due(RunningTest::line, NOW).forEach(change -> running.came(change, Outcome.UNANSWERED, NOW));
        Change one = running.due(RunningTest::line, NOW).getFirst();

        running.came(one, Outcome.ACKNOWLEDGED, NOW);

        assertThat(running.due(RunningTest::line, NOW)).hasSize(256);
    }

    @Test
    void whatComesAfterAllWasForgottenChangesNothing() {
        running.take(sessions("brisk", 1));
        Change before = running.due(RunningTest::line, NOW).getFirst();
        running.reset();
        running.came(before, Outcome.NO_SUCH_SESSION, NOW);
        running.take(sessions("brisk", 1));

        assertThat(running.size()).isEqualTo(1);
        assertThat(running.due(RunningTest::line, NOW)).hasSize(1);
    }

    @Test
    void whoRefusesIsAskedAgainLaterEachTime() {
        running.take(sessions("stern", 1));
        running.came(running.due(RunningTest::line, NOW).getFirst(), Outcome.REFUSED, NOW);
        assertThat(running.due(RunningTest::line, NOW.plusSeconds(1))).isEmpty();
        Instant later = NOW.plusSeconds(2);
        running.came(running.due(RunningTest::line, later).getFirst(), Outcome.REFUSED, later);
        assertThat(running.due(RunningTest::line, later.plusSeconds(3))).isEmpty();
        assertThat(running.due(RunningTest::line, later.plus(Duration.ofSeconds(4))))
                .hasSize(1);
    }

    private static Line line(String partner, String member) {
        return new Line(List.of(8L));
    }

    private static List<Kept> sessions(String server, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Kept(new SessionKey("acme", server, "s-" + i), "m-" + i, "", false, NOW))
                .toList();
    }
}
