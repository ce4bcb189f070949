package dev.standing.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.Writer;
import dev.standing.scoring.Api;
import dev.standing.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestartIT {
    private static final List<String> KINDS =
            List.of("rent.paid", "payment.late", "payment.on-time", "loan.defaulted", "purchase", "identity.verified");

    @Inject
    Pool pool;

    @Inject
    Writer writer;

    private final String prefix = "r" + System.nanoTime() + "-";

    @BeforeEach
    void awaitReady() {
        Api.await(() -> Api.management("/health/ready").statusCode() == 200, "ready");
    }

    /** Ends the connection that the loop writes through, whatever it is doing; the way back is a restart's. */
    private void breakConnection() {
        pool.query(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()")
                .execute()
                .await()
                .indefinitely();
    }

    private List<Integer> scores(int members) {
        List<Integer> scores = new ArrayList<>();
        for (int m = 0; m < members; m++) {
            scores.add(Api.score(prefix + m).getInt("score"));
        }
        return scores;
    }

    @Test
    void brokenConnectionsLoseNothingAndCountNothingTwice() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int members = 6;
        Instant now = Instant.now();
        try (Wire wire = new Wire()) {
            // Given twins: what the first half does the second half does too, shuffled, doubled and over broken
            // connections
            List<RecordEvent> first = new ArrayList<>();
            List<RecordEvent> second = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                int member = random.nextInt(members / 2);
                String kind = KINDS.get(random.nextInt(KINDS.size()));
                Instant at = now.minus(random.nextInt(900), ChronoUnit.DAYS);
                first.add(Wire.accepted("acme", prefix + "a" + i, prefix + member, kind, at));
                RecordEvent twin = Wire.accepted("acme", prefix + "b" + i, prefix + (member + members / 2), kind, at);
                second.add(twin);
                second.add(twin);
            }
            Collections.shuffle(second, random);
            for (int m = 0; m < members; m++) {
                wire.recordsConsent(prefix + m, "acme", true, 1);
            }
            first.forEach(wire::record);
            wire.flush();

            // When
            int i = 0;
            for (RecordEvent event : second) {
                wire.record(event);
                if (++i % 300 == 0) {
                    wire.flush();
                    breakConnection();
                }
            }
            wire.flush();
            Api.awaitQuiet();

            // Then
            List<Integer> scores = scores(members);
            assertThat(scores.subList(members / 2, members)).isEqualTo(scores.subList(0, members / 2));
        }
    }

    @Test
    void theDatabaseKeepsWhatScoresStandOn() {
        assertThat(ask("select count(*) from edition where document in ('scorecard community/1',"
                        + " 'influence policy community/1', 'behaviour catalogue behaviour/1')"))
                .isEqualTo(3);
    }

    private long ask(String number) {
        return pool.query(number)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private long historyEntries() {
        return ask("select count(*) from score_journal where member like '" + prefix + "%'");
    }

    private void awaitRelay() {
        Api.await(
                () -> ask("select count(*) from score_journal where position >"
                                + " (select position from relay where journal = 'score_journal')")
                        == 0,
                "all is published");
    }

    private long events() {
        return Wire.all(Topics.SCORES, ScoreEvent.class).stream()
                .filter(event -> event.member().value().startsWith(prefix))
                .count();
    }

    /** Friends, one of them everybody's. */
    private void befriend(Wire wire, int members) {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Instant now = Instant.now();
        for (int m = 0; m < members; m++) {
            wire.recordsConsent(prefix + m, "acme", true, 1);
            wire.socialConsent(prefix + m, true, 1);
            for (int i = 0; i < m % 5 * 6; i++) {
                wire.record(Wire.accepted(
                        "acme", prefix + m + "-" + i, prefix + m, "rent.paid", now.minus(i * 25L, ChronoUnit.DAYS)));
            }
            for (int n : m == 0 ? new int[0] : new int[] {0, random.nextInt(m), random.nextInt(m)}) {
                wire.tie(prefix + m, prefix + n, TieEvent.State.ACTIVE, 1);
            }
        }
        wire.flush();
    }

    @Test
    void engineReadAgainSaysTheSameAndPublishesNothingNew() {
        // Given
        int members = 80;
        try (Wire wire = new Wire()) {
            befriend(wire, members);
        }
        Api.awaitQuiet();
        List<Integer> before = scores(members);
        assertThat(Api.score(prefix + 0).getInt("influence")).isPositive();
        awaitRelay();
        long entries = historyEntries();
        long published = events();

        // When
        long terms = writer.status().terms();
        breakConnection();
        Api.await(() -> writer.status().terms() > terms && writer.status().leads(), "leading again");
        awaitRelay();

        // Then
        assertThat(scores(members)).isEqualTo(before);
        assertThat(historyEntries()).as("entries of the history").isEqualTo(entries);
        assertThat(events()).as("events").isEqualTo(published);
    }

    @Test
    void scoreThatDiffersFromWhatIsPublishedIsPublishedAtTheNextStart() {
        // Given a published score that is wrong
        String member = prefix + "wrong";
        try (Wire wire = new Wire()) {
            wire.recordsConsent(member, "acme", true, 1);
            wire.flush();
        }
        Api.await(() -> Api.isKnown(member), "known");
        int right = Api.score(member).getInt("score");
        pool.preparedQuery("update member set score = 777 where member = $1")
                .execute(Tuple.of(member))
                .await()
                .indefinitely();

        // When
        breakConnection();

        // Then
        Api.await(() -> Api.score(member).getInt("score") == right, "healed");
    }
}
