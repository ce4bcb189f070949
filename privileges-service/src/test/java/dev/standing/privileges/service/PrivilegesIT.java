package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivilegesIT {
    private final Wire wire = new Wire();
    private final String member = "m-" + UUID.randomUUID();

    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aScoreBecomesAPrivilegeAndACheckSaysSo() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 613);

        Api.awaitTier(member, "bike-hire", "no-deposit");
        JsonPath bike = Api.check("acme", member, "bike-hire");
        assertThat(bike.getBoolean("allowed")).isTrue();
        assertThat(bike.getString("tier")).isEqualTo("no-deposit");
        JsonPath car = Api.check("acme", member, "car-hire");
        assertThat(car.getBoolean("allowed")).isFalse();
        assertThat(car.getString("tier")).isEqualTo("baseline");
        assertThat(car.getString("reasons[0].code")).isEqualTo("below-threshold");
        assertThat(car.getString("reasons[0].text")).isEqualTo("score is 613, 37 points below 650");
        assertThat(car.getInt("distance.needs[0].missing")).isEqualTo(37);
        assertThat(Api.check("acme", member, "bandwidth", "{\"tier\":\"baseline\"}")
                        .getBoolean("allowed"))
                .isTrue();
        assertThat(wire.await(Topics.PRIVILEGES, 1, text -> text.contains(member) && text.contains("bike-hire")))
                .first()
                .asString()
                .contains("\"tier\":\"no-deposit\"", "\"why\":\"conditions-met\"");
    }

    /** A tier of car hire is held, and its end is announced. */
    private void earnAndLose() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 655);
        Api.awaitTier(member, "car-hire", "no-deposit");
        wire.score(member, 2, 590);
        Api.awaitHeld(member, "car-hire", "until", until -> !until.isEmpty());
    }

    @Test
    void aLowerScoreIsAnnouncedAndTakenAfterGrace() throws Exception {
        earnAndLose();
        Instant until = Instant.parse(Api.held(member, "car-hire", "until"));
        assertThat(Duration.between(clock.instant(), until)).isBetween(Duration.ofDays(13), Duration.ofDays(14));
        assertThat(Api.held(member, "car-hire", "why.code")).isEqualTo("conditions-no-longer-met");
        assertThat(Api.held(member, "car-hire", "then")).isEqualTo("baseline");
        JsonPath during = Api.check("acme", member, "car-hire");
        assertThat(during.getBoolean("allowed")).isTrue();
        assertThat(during.getString("reasons[0].code")).isEqualTo("grace-period");
        assertThat(during.getInt("distance.needs[0].missing")).isEqualTo(60);

        clock.advance(Duration.ofDays(14));
        Api.awaitTier(member, "car-hire", "baseline");
        assertThat(Api.held(member, "car-hire", "why.code")).isEqualTo("grace-ended");
        assertThat(Api.held(member, "personal-loan", "tier"))
                .as("a longer grace")
                .isEqualTo("excellent");
        assertThat(wire.await(Topics.PRIVILEGES, 3, text -> text.contains(member) && text.contains("car-hire")))
                .extracting(text -> text.replaceAll(".*\"why\":\"([a-z-]+)\".*", "$1"))
                .containsExactly("conditions-met", "conditions-no-longer-met", "grace-ended");
    }

    @Test
    void whileARecordIsContestedThePrivilegeDoesNotEnd() throws Exception {
        earnAndLose();
        wire.dispute(member, "acme", "r-1", DisputeEvent.State.OPEN);
        Bench.await("the dispute", this::isContested);

        clock.advance(Duration.ofDays(15));
        String witness = "w-" + UUID.randomUUID();
        wire.score(witness, 1, 655);
        Api.awaitTier(witness, "car-hire", "no-deposit");
        Thread.sleep(Duration.ofSeconds(1)); // ten sweeps

        assertThat(Api.held(member, "car-hire", "tier")).isEqualTo("no-deposit");
        Instant end = Instant.parse(Api.held(member, "car-hire", "until"));
        assertThat(Api.held(member, "car-hire", "heldBackUntil"))
                .isEqualTo(end.plus(Duration.ofDays(30)).toString());
        assertThat(Api.privileges(Tokens.partner("acme"), member).asString())
                .as("whom a member contests is no partner's to know")
                .contains("car-hire")
                .doesNotContain("heldBackUntil");
        assertThat(Api.check("acme", member, "car-hire").getBoolean("allowed")).isTrue();

        wire.dispute(member, "acme", "r-1", DisputeEvent.State.REJECTED);
        Api.awaitTier(member, "car-hire", "baseline");
        assertThat(Api.held(member, "car-hire", "why.code")).isEqualTo("grace-ended");
    }

    @Test
    void byAClockThatRunsAheadNothingIsTaken() throws Exception {
        earnAndLose();

        clock.whileAhead(Duration.ofDays(400), () -> {
            try {
                Thread.sleep(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(wire.await(Topics.PRIVILEGES, 2, text -> text.contains(member) && text.contains("car-hire")))
                .extracting(text -> text.replaceAll(".*\"why\":\"([a-z-]+)\".*", "$1"))
                .containsExactly("conditions-met", "conditions-no-longer-met");
        assertThat(Api.held(member, "car-hire", "tier")).isEqualTo("no-deposit");
    }

    @Test
    void aScoreThatRecoversInTimeKeepsThePrivilege() throws Exception {
        wire.score(member, 1, 655);
        wire.score(member, 2, 500);
        wire.score(member, 3, 651);
        Api.awaitHeld(member, "car-hire", "why.code", "conditions-met"::equals);

        clock.advance(Duration.ofDays(20));
        wire.score(member, 4, 652);

        assertThat(wire.await(Topics.PRIVILEGES, 3, text -> text.contains(member) && text.contains("car-hire")))
                .extracting(text -> text.replaceAll(".*\"why\":\"([a-z-]+)\".*", "$1"))
                .containsExactly("conditions-met", "conditions-no-longer-met", "conditions-met-again");
        assertThat(Api.held(member, "car-hire", "tier")).isEqualTo("no-deposit");
    }

    @Test
    void repeatedAndOvertakenMessagesChangeNothing() throws Exception {
        wire.consent(member, "acme", 2, false);
        wire.consent(member, "acme", 1, true);
        wire.score(member, 3, 655);
        for (int i = 0; i < 3; i++) {
            wire.score(member, 2, 400);
            wire.score(member, 3, 655);
            wire.score(member, 1, 950);
        }
        String after = "n-" + UUID.randomUUID();
        for (int partition = 0; partition < 24; partition++) {
            wire.score(after + partition, 1, 655);
        }
        for (int partition = 0; partition < 24; partition++) {
            Api.awaitTier(after + partition, "car-hire", "no-deposit");
        }

        assertThat(Api.held(member, "car-hire", "tier")).isEqualTo("no-deposit");
        assertThat(Api.held(member, "car-hire", "until")).isEmpty();
        assertThat(Api.held(member, "bandwidth", "tier")).isEqualTo("fast");
        assertThat(Api.check("acme", member, "car-hire").getString("reasons[0].code"))
                .isEqualTo("not-shared");
    }

    @Test
    void withoutConsentAPartnerLearnsNothing() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 700);
        Api.awaitTier(member, "hotel", "late-checkout");
        assertThat(Api.privileges(Tokens.partner("acme"), member).statusCode()).isEqualTo(200);
        assertThat(Api.privileges(Tokens.partner("other"), member).statusCode()).isEqualTo(404);
        String unknown = Api.told("other", "nobody-" + member, "hotel");
        assertThat(Api.told("other", member, "hotel")).isEqualTo(unknown);
        assertThat(unknown).contains("not-shared").contains("baseline").doesNotContain("distance");

        wire.consent(member, "acme", 2, false);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Api.privileges(Tokens.partner("acme"), member).statusCode() != 404 && System.nanoTime() < deadline) {
            Api.pause();
        }
        assertThat(Api.privileges(Tokens.partner("acme"), member).statusCode()).isEqualTo(404);
        assertThat(Api.told("acme", member, "hotel")).isEqualTo(unknown);
    }

    @Test
    void aLoanFollowsTheBaseAndSaysTheMostThatWouldBeAllowed() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(Wire.scoreEvent(member, 1, 655, 640));
        Api.awaitTier(member, "personal-loan", "good");

        JsonPath small = loan("acme", 400_000, 12);
        assertThat(small.getBoolean("allowed")).isTrue();
        assertThat(small.getLong("limit.maxAmountMinor")).isEqualTo(500_000);
        JsonPath large = loan("acme", 1_200_000, 12);
        assertThat(large.getBoolean("allowed")).isFalse();
        assertThat(large.getString("reasons[0].code")).isEqualTo("amount-above-limit");
        assertThat(large.getString("distance.tier")).isEqualTo("excellent");
        assertThat(large.getString("distance.needs[0].input")).isEqualTo("band");
        assertThat(large.prettify().replaceFirst("\"id\".*", ""))
                .doesNotContain("655")
                .doesNotContain("score");
        assertThat(loan("stranger", 20_000, 12).getBoolean("allowed"))
                .as("baseline")
                .isTrue();
        assertThat(loan("stranger", 20_001, 12).getBoolean("allowed")).isFalse();
    }

    private JsonPath loan(String partner, long amountMinor, int termMonths) {
        return Api.check(
                partner,
                member,
                "personal-loan",
                "{\"amountMinor\":" + amountMinor + ",\"currency\":\"USD\",\"termMonths\":" + termMonths + "}");
    }

    @Test
    void memoryIsReadAnewAfterTheDatabaseCutsTheConnection() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 655);
        Api.awaitTier(member, "car-hire", "no-deposit");
        wire.score(member, 2, 400);
        Api.awaitHeld(member, "car-hire", "until", until -> !until.isEmpty());
        JsonPath before = Api.privileges(Tokens.operator(), member).jsonPath();

        cutConnections();
        wire.score("n-" + member, 1, 655);
        Api.awaitTier("n-" + member, "car-hire", "no-deposit");

        JsonPath after = Api.privileges(Tokens.operator(), member).jsonPath();
        assertThat(after.<List<Map<String, Object>>>get("privileges"))
                .isEqualTo(before.<List<Map<String, Object>>>get("privileges"));
        assertThat(Api.check("acme", member, "car-hire").getBoolean("allowed")).isTrue();
    }

    @Test
    void daysPassForAFirstRecordOfTodayAlsoWhereMemoryIsReadAnew() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(Wire.scoreEvent(member, 1, 640, 640, 0));
        Api.awaitTier(member, "bike-hire", "no-deposit");
        assertThat(Api.held(member, "fast-track", "tier")).isEqualTo("baseline");

        cutConnections();
        clock.advance(Duration.ofDays(91));

        Api.awaitTier(member, "fast-track", "priority");
    }

    @Test
    void theDatabaseKeepsWhatPrivilegesStandOn() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select document from privileges.edition")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getString(1)).isEqualTo("perk policy community/1");
        }
    }

    private boolean isContested() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery(
                        "select from privileges.dispute where open and member = '" + member + "'")) {
            return kept.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but the one that asks. */
    private void cutConnections() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet cut = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()")) {
            cut.next();
            assertThat(cut.getInt(1)).isPositive();
        }
    }

    private byte[] scoreWith(String from, String to) {
        String good = new String(EventJson.write(Wire.scoreEvent(member, 1, 655, 655)), StandardCharsets.UTF_8);
        assertThat(good).contains(from);
        return good.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatCannotBeReadIsNotedAndHoldsUpNothing() throws Exception {
        byte[] unknownVersion = ("{\"version\":99,\"member\":\"" + member + "\"}").getBytes(StandardCharsets.UTF_8);
        wire.send(Topics.SCORES, member, "not json, of jane.doe@example.org".getBytes(StandardCharsets.UTF_8));
        wire.send(Topics.SCORES, member, unknownVersion);
        wire.send(Topics.CONSENTS, member, "[]".getBytes(StandardCharsets.UTF_8));
        wire.send(Topics.SCORES, member, scoreWith(member, member + "\\u0000"));
        wire.send(Topics.SCORES, member, scoreWith("\"score\":655", "\"score\":5000"));
        wire.score(member, 1, 655);
        Api.awaitTier(member, "car-hire", "no-deposit");

        List<String> letters = wire.await(Topics.deadLetters(Topics.SCORES), 4, text -> true);
        assertThat(letters).hasSize(4);
        assertThat(String.join("\n", letters))
                .contains(
                        "not JSON",
                        "version 99, allowed: 1",
                        "field member is missing or has a wrong type or value",
                        "field score must be on the scale")
                .doesNotContain(member)
                .doesNotContain("jane");
        assertThat(wire.await(Topics.deadLetters(Topics.CONSENTS), 1, text -> true))
                .hasSize(1);
    }
}
