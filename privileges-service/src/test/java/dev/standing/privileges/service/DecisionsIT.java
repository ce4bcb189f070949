package dev.standing.privileges.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.ScoreReason;
import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was asked and answered is kept, looked up, recomputed and explained. */
@QuarkusTest
@TestProfile(DecisionsIT.LittlePatience.class)
class DecisionsIT {
    private static final String BANK = "harbour-bank";

    private final Wire wire = new Wire();
    private final Bench bench = new Bench();
    private final String member = "m-" + UUID.randomUUID();

    @BeforeEach
    void aMemberWhoLacksALoan() throws Exception {
        wire.consent(member, BANK, 1, true);
        wire.score(Wire.because(
                Wire.scoreEvent(member, 1, 617, 610),
                new ScoreReason("PAID-LATE", "A part of the payments due came late.", 30),
                new ScoreReason("FEW-BILLS", "Few household bills are on record.", 12)));
        Api.awaitTier(member, "personal-loan", "good");
        Bench.await("the bank sees the member", () -> tier().equals("no-deposit"));
    }

    @AfterEach
    void close() {
        wire.close();
        bench.close();
    }

    private String tier() {
        return Api.check(BANK, member, "bike-hire").getString("tier");
    }

    @Test
    void aLoanIsLookedUpAndRecomputedToTheByteAsSoonAsItIsAnswered() {
        Response answered = loan(900_000);
        String id = answered.jsonPath().getString("id");

        assertThat(answered.jsonPath().getBoolean("allowed")).isFalse();
        assertThat(answered.jsonPath().getList("principalReasons.code")).containsExactly("PAID-LATE", "FEW-BILLS");
        Response kept = get(Tokens.partner(BANK), id, "");
        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(200);
        assertThat(kept.asString()).contains("\"answer\":" + answered.asString());
        assertThat(kept.jsonPath().getString("member")).isEqualTo(member);
        assertThat(kept.jsonPath().getLong("context.amountMinor")).isEqualTo(900_000);
        assertThat(kept.jsonPath().getString("context.currency")).isEqualTo("USD");
        assertThat(kept.jsonPath().getString("policy.name")).isEqualTo("community");
        assertThat(kept.jsonPath().getLong("score.sequence")).isEqualTo(1);
        assertThat(get(Tokens.partner(BANK), id, "/replay").asString()).isEqualTo(answered.asString());
        assertThat(get(Tokens.operator(), id, "/replay").asString()).isEqualTo(answered.asString());
    }

    @Test
    void toAnybodyElseItIsNotThere() {
        String id = loan(900_000).jsonPath().getString("id");

        for (String path : List.of("", "/replay", "/notice")) {
            assertThat(get(Tokens.partner("other"), id, path).statusCode()).isEqualTo(404);
            assertThat(get(Tokens.member(member), id, path).statusCode()).isEqualTo(403);
            assertThat(get(Tokens.partner(BANK), UUID.randomUUID().toString(), path)
                            .statusCode())
                    .isEqualTo(404);
            Response invalid = get(Tokens.partner(BANK), "1-1-1-1-1", path);
            assertThat(invalid.statusCode()).isEqualTo(422);
            assertThat(invalid.jsonPath().getString("violations[0].field")).isEqualTo("id");
        }
        assertThat(get(Tokens.operator(), id, "").statusCode()).isEqualTo(200);
    }

    @Test
    void everyOtherCheckIsKeptAMomentLaterAndTheMemberSeesWhoAsked() {
        String bike = Api.check(BANK, member, "bike-hire").getString("id");
        String curious = Api.check("curious", member, "hotel").getString("id");
        String loan = loan(900_000).jsonPath().getString("id");

        Bench.await(
                "both are kept", () -> accesses().contains(bike) && accesses().contains(curious));

        Response answer = access(Tokens.member(member), "");
        assertThat(answer.jsonPath().getString("accesses.find { it.check == '" + curious + "' }.partner"))
                .isEqualTo("curious");
        assertThat(answer.jsonPath().getBoolean("accesses.find { it.check == '" + bike + "' }.allowed"))
                .isTrue();
        assertThat(answer.jsonPath().getMap("accesses.find { it.check == '" + bike + "' }.context"))
                .isEmpty();
        assertThat(answer.jsonPath().getMap("accesses.find { it.check == '" + loan + "' }.context"))
                .isEqualTo(Map.of("amountMinor", 900_000, "currency", "USD", "termMonths", 12));
        assertThat(answer.jsonPath().getBoolean("more")).isFalse();
        assertThat(access(Tokens.operator(), "").statusCode()).isEqualTo(200);
        assertThat(access(Tokens.member("other"), "").statusCode()).isEqualTo(404);
        assertThat(access(Tokens.partner(BANK), "").statusCode()).isEqualTo(403);
        assertThat(access(Tokens.member(member), "?from=2100-01-01T00:00:00Z")
                        .jsonPath()
                        .getList("accesses"))
                .isEmpty();
        assertThat(access(Tokens.member(member), "?from=yesterday").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDeniedLoanHasANoticeInBothForms() {
        String denied = loan(900_000).jsonPath().getString("id");
        String allowed = loan(10_000).jsonPath().getString("id");

        Response page = notice(denied, "text/html");
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.asString()).contains("Harbour Bank", "A part of the payments due came late.", "610");
        Response text = notice(denied, "text/plain");
        assertThat(text.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(text.asString())
                .contains("Harbour Bank", "1. A part of the payments due came late.", "610", "350 to 950")
                .doesNotContain("617");
        Response none = notice(allowed, "text/html");
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(none.jsonPath().getString("type")).isEqualTo("urn:standing:problem:no-notice");
        assertThat(notice(denied, "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void whileTheDatabaseHangsCreditIsRefusedAndOtherChecksWaitToBeKept() {
        String[] waiting = new String[1];

        TestStack.get().whilePostgresHangs(() -> {
            waiting[0] = Api.check(BANK, member, "bandwidth").getString("id");
            Response refused = loan(900_000);
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.asString()).doesNotContain("allowed\"");
        });

        Bench.await(
                "what waited is kept",
                () -> get(Tokens.partner(BANK), waiting[0], "").statusCode() == 200);
        Bench.await("loans are decided again", () -> loan(900_000).statusCode() == 200);
    }

    private Response loan(long amountMinor) {
        return Api.post(
                Tokens.partner(BANK),
                "{\"member\":\"" + member + "\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":" + amountMinor
                        + ",\"currency\":\"USD\",\"termMonths\":12}}");
    }

    private String accesses() {
        return access(Tokens.member(member), "").asString();
    }

    private Response access(String token, String query) {
        return given().auth().oauth2(token).get("/v1/members/" + member + "/access" + query);
    }

    private static Response get(String token, String id, String path) {
        return given().auth().oauth2(token).get("/v1/checks/" + id + path);
    }

    private static Response notice(String id, String form) {
        return given().auth().oauth2(Tokens.partner(BANK)).accept(form).get("/v1/checks/" + id + "/notice");
    }

    /** So that nobody waits long for a database that hangs. */
    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("standing.web.patience", "2s", "standing.privileges.patience", "4s");
        }
    }
}
