package dev.standing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.delivery.writer.Beat;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScoringIT {
    private static final int NEUTRAL = 441;

    @Inject
    MovableClock clock;

    private final Wire wire = new Wire();
    private long beatsBefore;
    private final String m = "m-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void awaitReady() {
        Api.await(() -> Api.management("/health/ready").statusCode() == 200, "ready");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(days, ChronoUnit.DAYS);
    }

    private RecordEvent rent(String id, int daysAgo) {
        return Wire.accepted("acme", m + "-" + id, m, "rent.paid", daysAgo(daysAgo));
    }

    private static List<ScoreEvent> published(String member) {
        return Wire.all(Topics.SCORES, ScoreEvent.class).stream()
                .filter(event -> event.member().value().equals(member))
                .toList();
    }

    @Test
    void memberBecomesKnownWithTheFirstConsentAndRecordsMoveTheScore() {
        // Given a record that came before the consent that it was taken in under
        wire.record(rent("1", 10));
        wire.flush();
        Api.awaitQuiet();
        assertThat(Api.isKnown(m)).isFalse();

        // When
        wire.recordsConsent(m, "acme", true, 1);
        wire.flush();

        // Then 65 for all paid on time, 30 for none missed, 5 for the first payment, 10 for a bill, 15 for the sums, 20
        // for recency,
        // 8 for tenure and 6 for the partner
        JsonPath score = Api.settledScore(m);
        assertThat(score.getInt("score")).isEqualTo(NEUTRAL + 65 + 30 + 5 + 10 + 15 + 20 + 8 + 6);
        assertThat(score.getInt("base") + score.getInt("influence")).isEqualTo(score.getInt("score"));
        assertThat(score.getList("reasons")).hasSize(4);

        // And the change is on the wire and in the history
        Api.await(() -> !published(m).isEmpty(), "published");
        ScoreEvent event = published(m).getLast();
        assertThat(event.score()).isEqualTo(score.getInt("score"));
        assertThat(event.cause()).isEqualTo("consent");
        JsonPath history =
                Api.get(Tokens.member(m), "/v1/members/{m}/score/history", m).jsonPath();
        assertThat(history.getList("changes.score", Integer.class)).containsExactly(event.score());
    }

    @Test
    void explanationAddsUpToTheScore() {
        wire.recordsConsent(m, "acme", true, 1);
        for (int i = 0; i < 30; i++) {
            wire.record(rent("r" + i, i * 20));
        }
        wire.flush();
        Api.awaitQuiet();

        JsonPath explanation = Api.explanation(m);

        int dimensions = explanation.getList("dimensions.points", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
        int attributes = explanation.getList("attributes.points", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(attributes).isEqualTo(dimensions);
        assertThat(explanation.getInt("startPoints") + dimensions + explanation.getInt("influence.points"))
                .isEqualTo(explanation.getInt("score"))
                .isEqualTo(Api.score(m).getInt("score"));
        assertThat(explanation.getList("attributes")).hasSize(19);
        assertThat(explanation.getInt("influence.mostPoints")).isEqualTo(30);
    }

    @Test
    void duplicatesAndRetractionsInAnyOrderCountOnce() {
        // Given
        wire.recordsConsent(m, "acme", true, 1);
        RecordEvent kept = rent("kept", 5);
        wire.record(kept);
        wire.flush();
        int once = Api.settledScore(m).getInt("score");

        // When the same is said again, and others are retracted before and after they are accepted
        RecordEvent early = Wire.accepted("acme", m + "-early", m, "payment.missed", daysAgo(3));
        RecordEvent late = Wire.accepted("acme", m + "-late", m, "payment.missed", daysAgo(3));
        wire.record(kept);
        wire.record(Wire.retracted(early));
        wire.record(late);
        wire.flush();
        assertThat(Api.settledScore(m).getInt("score")).isLessThan(once);
        wire.record(early);
        wire.record(Wire.retracted(late));
        wire.record(Wire.retracted(late));
        wire.record(late);
        wire.record(kept);
        wire.flush();

        // Then
        assertThat(Api.settledScore(m).getInt("score")).isEqualTo(once);
    }

    @Test
    void withdrawnConsentTakesThePartnersContributionToExactlyZero() {
        wire.recordsConsent(m, "acme", true, 1);
        wire.recordsConsent(m, "other", true, 1);
        wire.record(rent("1", 5));
        wire.flush();
        int onlyAcme = Api.settledScore(m).getInt("score");
        wire.record(Wire.accepted("other", m + "-o", m, "loan.defaulted", daysAgo(9)));
        wire.flush();
        assertThat(Api.settledScore(m).getInt("score")).isNotEqualTo(onlyAcme);

        // When the withdrawal comes, and an older version after it
        wire.recordsConsent(m, "other", false, 3);
        wire.recordsConsent(m, "other", true, 2);
        wire.flush();

        // Then
        assertThat(Api.settledScore(m).getInt("score")).isEqualTo(onlyAcme);
        Api.get(Tokens.partner("other"), "/v1/members/{m}/score", m).then().statusCode(404);
        Api.get(Tokens.partner("acme"), "/v1/members/{m}/score", m).then().statusCode(200);

        // And all of it comes back with the consent
        wire.recordsConsent(m, "acme", false, 2);
        wire.flush();
        assertThat(Api.settledScore(m).getInt("score")).isEqualTo(NEUTRAL);
        wire.recordsConsent(m, "acme", true, 3);
        wire.flush();
        assertThat(Api.settledScore(m).getInt("score")).isEqualTo(onlyAcme);
    }

    @Test
    void threeFriendsWhoConsentLiftAndTwoDoNot() {
        // Given three friends who stand higher
        wire.recordsConsent(m, "acme", true, 1);
        wire.socialConsent(m, true, 1);
        for (int f = 1; f <= 3; f++) {
            String friend = m + "-f" + f;
            wire.recordsConsent(friend, "acme", true, 1);
            wire.socialConsent(friend, true, 1);
            for (int i = 0; i < 26; i++) {
                wire.record(Wire.accepted("acme", friend + i, friend, "rent.paid", daysAgo(i * 14)));
            }
        }
        wire.tie(m, m + "-f1", TieEvent.State.ACTIVE, 1);
        wire.tie(m, m + "-f2", TieEvent.State.ACTIVE, 1);
        wire.flush();

        // Then two are too few
        assertThat(Api.settledScore(m).getInt("influence")).isZero();

        // When the third comes, F(s) = 0.05 / 10 of each distance
        wire.tie(m, m + "-f3", TieEvent.State.ACTIVE, 1);
        wire.flush();
        int influence = Api.settledScore(m).getInt("influence");
        int distance = Api.score(m + "-f1").getInt("score") - NEUTRAL;
        // of which friends hear less than two steps and ten points too little
        assertThat(influence)
                .isBetween((int) (0.05 / 10 * 3 * (distance - 110)), (int) Math.round(0.05 / 10 * 3 * distance))
                .isPositive();
        assertThat(Api.explanation(m).getInt("influence.points")).isEqualTo(influence);

        // And a friend who withdraws takes it away again; so does severing, which raises nobody
        wire.socialConsent(m + "-f3", false, 2);
        wire.flush();
        assertThat(Api.settledScore(m).getInt("influence")).isZero();
        wire.socialConsent(m + "-f3", true, 3);
        wire.flush();
        assertThat(Api.settledScore(m).getInt("influence")).isEqualTo(influence);
        wire.tie(m, m + "-f3", TieEvent.State.SEVERED, 2);
        wire.tie(m, m + "-f3", TieEvent.State.ACTIVE, 1);
        wire.flush();
        // In whole points: what two friends tell may round to what three do
        assertThat(Api.settledScore(m).getInt("influence")).isLessThanOrEqualTo(influence);
    }

    @Test
    void poisonGoesToTheDeadLettersWithoutItsContentAndTheRestGoesOn() {
        // Given
        wire.recordsConsent(m, "acme", true, 1);
        wire.raw(Topics.RECORDS, m, "no json, names alice".getBytes(StandardCharsets.UTF_8));
        wire.raw(Topics.RECORDS, m, "{\"version\":9}".getBytes(StandardCharsets.UTF_8));
        wire.raw(Topics.CONSENTS, m, "{\"version\":1,\"member\":\"alice\"}".getBytes(StandardCharsets.UTF_8));
        wire.raw(Topics.TIES, m, new byte[] {0, 1, 2});
        wire.record(rent("1", 1));
        wire.flush();

        // When
        int score = Api.settledScore(m).getInt("score");

        // Then
        assertThat(score).isGreaterThan(NEUTRAL);
        List<DeadLetter> letters = Wire.all(Topics.deadLetters(Topics.RECORDS), DeadLetter.class);
        assertThat(letters).extracting(DeadLetter::reason).contains("not JSON", "version 9, allowed: 1");
        assertThat(letters.toString()).doesNotContain("alice").doesNotContain(m);
        assertThat(Wire.all(Topics.deadLetters(Topics.CONSENTS), DeadLetter.class))
                .isNotEmpty();
        assertThat(Wire.all(Topics.deadLetters(Topics.TIES), DeadLetter.class)).isNotEmpty();
    }

    @Test
    void progressTellsHowFarTheLedgerIsScored() {
        RecordEvent event = rent("1", 1);
        wire.record(event);
        wire.flush();

        Api.await(() -> isScored(event), "progress is said");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CONSENTS, Topics.TIES, Topics.RECORDS})
    void nothingIsScoredWhileAJournalIsNotToldWhateverElseIsThere(String held) {
        Beat.holding(held, () -> {
            RecordEvent event = rent("1", 1);
            wire.record(event);
            wire.flush();
            Api.awaitQuiet();
            Api.await(() -> beats(held, 20), "others are told");
            assertThat(isScored(event)).isFalse();

            // What the relay comes to at last
            wire.recordsConsent(m, "acme", true, 1);
            wire.flush();
            Api.await(() -> Api.isKnown(m), "known");
            assertThat(isScored(event)).isFalse();
        });
        RecordEvent after = rent("2", 1);
        wire.record(after);
        wire.flush();

        Api.await(() -> isScored(after), "progress is said");
    }

    /** Whether so many watermarks of another journal have come since the first look. */
    private boolean beats(String held, int more) {
        long now = Wire.all(Topics.WATERMARKS, WatermarkEvent.class).stream()
                .filter(watermark -> !watermark.topic().equals(held))
                .count();
        beatsBefore = beatsBefore == 0 ? now : beatsBefore;
        return now >= beatsBefore + more;
    }

    private static boolean isScored(RecordEvent event) {
        return Wire.all(Topics.PROGRESS, ProgressEvent.class).stream()
                .anyMatch(progress -> progress.ledgerThrough() >= event.position());
    }

    @Test
    void asDaysPassWindowsMoveOnDemandAndByThemselves() {
        // Given a payment within 30 days
        wire.recordsConsent(m, "acme", true, 1);
        wire.record(rent("1", 1));
        wire.flush();
        int before = Api.settledScore(m).getInt("score");

        // When
        clock.advance(Duration.ofDays(60));
        JsonPath result = Api.reevaluate("").then().statusCode(200).extract().jsonPath();

        // Then the last record is not that recent any more
        assertThat(result.getInt("members")).isPositive();
        JsonPath after = Api.score(m);
        assertThat(after.getInt("score")).isEqualTo(before - 8);
        assertThat(Instant.parse(after.getString("asOf"))).isAfter(Instant.now().plus(Duration.ofDays(50)));
        assertThat(Api.get(Tokens.operator(), "/v1/members/{m}/score/history", m)
                        .jsonPath()
                        .getList("changes.cause", String.class))
                .endsWith("time");

        // And after another year nobody has to ask: bill 10, sums 15, recency 20 and partner 6 are gone, 22 for tenure
        // are new
        clock.advance(Duration.ofDays(365));
        Api.await(() -> Api.score(m).getInt("score") == before - 29, "the window moved by itself");
    }
}
