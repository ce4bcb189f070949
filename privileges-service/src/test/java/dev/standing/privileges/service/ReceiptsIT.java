package dev.standing.privileges.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.identity.MemberId;
import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.Tokens;
import dev.standing.privileges.receipts.issuer.Issuer;
import dev.standing.receipts.PublicKeys;
import dev.standing.receipts.Receipt;
import dev.standing.receipts.ReceiptVerifier;
import dev.standing.receipts.SigningKeys;
import dev.standing.receipts.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member proves their standing to a landlord. */
@QuarkusTest
class ReceiptsIT {
    private static final String LANDLORD = "https://landlord.example";
    private static final String ISSUER = "https://privileges.example";

    private final Wire wire = new Wire();
    private final String member = "m-" + UUID.randomUUID();

    @Inject
    MovableClock clock;

    @Inject
    Issuer issuer;

    private final Path keys = ConfigProvider.getConfig().getValue("standing.privileges.receipts.keys", Path.class);

    @BeforeEach
    void aMemberWithAScore() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 613);
        Api.awaitTier(member, "bike-hire", "no-deposit");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatAMemberAskedForIsSaidAndNothingElse() {
        Response issued = issue("[\"score\",\"band\",\"scorecard\",\"dimensions.history\",\"perks.bike-hire\"]");

        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        Receipt receipt = accepted(issued);
        assertThat(receipt.issuer()).isEqualTo(ISSUER);
        assertThat(receipt.member()).isEqualTo(member);
        assertThat(receipt.id()).isEqualTo(issued.jsonPath().getString("id"));
        assertThat(Duration.between(receipt.issued(), receipt.expires())).isEqualTo(Duration.ofDays(30));
        assertThat(receipt.disclosed())
                .isEqualTo(Map.of(
                        "score", 613L,
                        "band", "good",
                        "scorecard", "community/1",
                        "dimensions.history", 100L,
                        "perks.bike-hire", "no-deposit"));
        Receipt ofADay = accepted(post("{\"audience\":\"%s\",\"disclose\":[\"band\"],\"days\":1}".formatted(LANDLORD)));
        assertThat(Duration.between(ofADay.issued(), ofADay.expires())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void receiptsAreListedAndARevokedOneIsRefused() {
        Response issued = issue("[\"band\"]");
        String id = issued.jsonPath().getString("id");
        accepted(issued);
        assertThat(all()).hasSize(1);
        assertThat(all().getFirst())
                .containsEntry("audience", LANDLORD)
                .containsEntry("disclosed", List.of("band"))
                .doesNotContainKeys("receipt", "revokedAt");

        assertThat(delete("other", id).statusCode()).isEqualTo(404);
        assertThat(delete(member, id).statusCode()).isEqualTo(204);
        assertThat(all().getFirst()).containsKey("revokedAt");
        Object revokedAt = all().getFirst().get("revokedAt");
        assertThat(delete(member, id).statusCode()).isEqualTo(204);
        assertThat(all().getFirst()).containsEntry("revokedAt", revokedAt);
        awaitRevoked(issued);
        assertThat(delete(member, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(delete(member, "none").statusCode()).isEqualTo(404);
    }

    @Test
    void whatADisputeKeepsBackIsHeldAsAPartnerSeesIt() throws Exception {
        wire.dispute(member, "acme", "r-1", DisputeEvent.State.OPEN);
        wire.score(member, 2, 590);
        Api.awaitHeld(member, "bike-hire", "until", until -> !until.isEmpty());
        Api.awaitHeld(member, "bike-hire", "heldBackUntil", until -> !until.isEmpty());

        clock.advance(Duration.ofDays(15));

        assertThat(Api.held(member, "bike-hire", "tier")).isEqualTo("no-deposit");
        assertThat(accepted(issue("[\"perks.bike-hire\"]")).disclosed()).containsEntry("perks.bike-hire", "no-deposit");
    }

    @Test
    void aWithdrawalRevokesWhatWasIssuedBefore() throws Exception {
        Response before = issue("[\"band\"]");
        accepted(before);

        wire.consent(member, "acme", 2, false);

        awaitRevoked(before);
        Response after = issue("[\"band\"]");
        accepted(after);
        ConsentEvent social = new ConsentEvent(
                Event.CURRENT_VERSION, new MemberId(member), Purpose.SOCIAL, null, false, 2, Instant.now());
        wire.send(Topics.CONSENTS, member, EventJson.write(social));
        awaitRevoked(after);

        // Heard again, as after a crash of who said it, it ends nothing that was issued since.
        Response since = issue("[\"band\"]");
        wire.send(Topics.CONSENTS, member, EventJson.write(social));
        wire.consent(member, "acme", 3, true);
        Bench.await("what was said behind it", () -> Api.check("acme", member, "bike-hire")
                .getBoolean("allowed"));
        Thread.sleep(Duration.ofMillis(1_100)); // the list of before is not shown any more
        accepted(since);
    }

    /** Decision 53: the end has come, and is not carried out. */
    @Test
    void aTierThatADisputeKeepsIsHeld() throws Exception {
        wire.score(member, 2, 590);
        Api.awaitHeld(member, "bike-hire", "until", until -> !until.isEmpty());
        wire.dispute(member, "acme", "r-1", DisputeEvent.State.OPEN);
        try (Bench bench = new Bench()) {
            Bench.await(
                    "the dispute",
                    () -> bench.number(
                                    "select count(*) from privileges.dispute where open and member = '" + member + "'")
                            == 1);
        }

        clock.advance(Duration.ofDays(15));
        Thread.sleep(Duration.ofMillis(1_100)); // ten sweeps, and the list of before is not shown any more

        assertThat(accepted(issue("[\"perks.bike-hire\"]")).disclosed())
                .isEqualTo(Map.of("perks.bike-hire", Api.held(member, "bike-hire", "tier")))
                .isEqualTo(Map.of("perks.bike-hire", "no-deposit"));
    }

    @Test
    void soManyHoldAtATime() {
        for (int i = 0; i < 20; i++) {
            assertThat(issue("[\"band\"]").statusCode()).isEqualTo(201);
        }
        Response refused = issue("[\"band\"]");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:standing:problem:too-many-receipts");
        assertThat(refused.jsonPath().getString("detail")).isEqualTo("There are 20; allowed: 20. Revoke one first");

        delete(member, String.valueOf(all().getFirst().get("id")));
        assertThat(issue("[\"band\"]").statusCode()).isEqualTo(201);
    }

    @Test
    void aNewKeySignsAndTheOneBeforeVerifies() throws IOException {
        Response before = issue("[\"band\"]");
        int listed = jwks().jsonPath().getList("keys").size();

        Files.writeString(keys, SigningKeys.withNew(SigningKeys.read(Files.readString(keys))));
        issuer.readAnew();

        assertThat(jwks().jsonPath().getList("keys")).hasSize(listed + 1);
        assertThat(jwks().asString()).doesNotContain("\"d\"");
        Response after = issue("[\"band\"]");
        assertThat(header(after)).isNotEqualTo(header(before));
        accepted(after);
        accepted(before);

        String good = Files.readString(keys);
        Files.writeString(keys, "{}");
        issuer.readAnew();
        Files.writeString(keys, good);
        assertThat(header(issue("[\"band\"]"))).isEqualTo(header(after));
    }

    private static String header(Response issued) {
        String receipt = issued.jsonPath().getString("receipt");
        return receipt.substring(0, receipt.indexOf('.'));
    }

    @Test
    void statusAndKeysAreForEverybodyAndMayBeKept() {
        Response issued = issue("[\"band\"]");
        Response status = given().get(accepted(issued).status().uri().getPath());

        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.contentType()).isEqualTo("application/statuslist+jwt");
        assertThat(status.headers().getValues("Cache-Control")).containsExactly("public, max-age=300");
        assertThat(jwks().headers().getValues("Cache-Control")).containsExactly("public, max-age=300");
        for (String list : List.of("9999999", "-1", "01", "x", "99999999999")) {
            Response none = given().get("/v1/receipts/status/" + list);
            assertThat(none.statusCode()).as(list).isEqualTo(404);
            assertThat(none.contentType()).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"nobody, 401", "partner, 403", "other, 404", "analyst, 403", "operator, 403"})
    void receiptsAreForTheMemberAlone(String who, int status) {
        String token =
                switch (who) {
                    case "partner" -> Tokens.partner("acme");
                    case "other" -> Tokens.member("other");
                    case "analyst" -> Tokens.analyst();
                    case "operator" -> Tokens.operator();
                    default -> "";
                };
        var as = token.isEmpty() ? given() : given().auth().oauth2(token);
        String path = "/v1/members/" + member + "/receipts";
        assertThat(as.get(path).statusCode()).isEqualTo(status);
        assertThat(as.delete(path + "/" + UUID.randomUUID()).statusCode()).isEqualTo(status);
        assertThat(as.contentType("application/json")
                        .body("{\"audience\":\"a\",\"disclose\":[\"band\"]}")
                        .post(path)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"disclose\":[\"band\"]}                                        | 422 | audience",
                "{\"audience\":\"\",\"disclose\":[\"band\"]}                      | 422 | audience",
                "{\"audience\":\"a b\",\"disclose\":[\"band\"]}                   | 422 | audience",
                "{\"audience\":\"a:b c\",\"disclose\":[\"band\"]}                 | 422 | audience",
                "{\"audience\":\":b\",\"disclose\":[\"band\"]}                    | 422 | audience",
                "{\"audience\":7,\"disclose\":[\"band\"]}                         | 422 | audience",
                "{\"audience\":\"a\"}                                             | 422 | disclose",
                "{\"audience\":\"a\",\"disclose\":[]}                             | 422 | disclose",
                "{\"audience\":\"a\",\"disclose\":\"band\"}                       | 422 | disclose",
                "{\"audience\":\"a\",\"disclose\":[\"band\",\"band\"]}            | 422 | disclose[1]",
                "{\"audience\":\"a\",\"disclose\":[\"influence\"]}                | 422 | disclose[0]",
                "{\"audience\":\"a\",\"disclose\":[\"perks.moon\"]}               | 422 | disclose[0]",
                "{\"audience\":\"a\",\"disclose\":[null]}                         | 422 | disclose[0]",
                "{\"audience\":\"a\",\"disclose\":[\"band\"],\"days\":0}          | 422 | days",
                "{\"audience\":\"a\",\"disclose\":[\"band\"],\"days\":31}         | 422 | days",
                "{\"audience\":\"a\",\"disclose\":[\"band\"],\"days\":\"1\"}      | 422 | days",
                "{\"audience\":\"a\",\"disclose\":[\"band\"],\"expires\":1}       | 422 | expires",
                "[]                                                               | 422 | ''",
                "{\"audience\":                                                   | 400 | ''",
                "{\"audience\":\"a\",\"disclose\":[\"band\"]}{\"a\":1}              | 400 | ''",
                "{\"audience\":\"a\",\"disclose\":[\"band\"]} x                    | 400 | ''"
            })
    void badBodiesAreAnsweredWithTheField(String body, int status, String field) {
        Response response = post(body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        if (!field.isEmpty()) {
            List<Map<String, Object>> violations = response.jsonPath().get("violations");
            assertThat(violations.getFirst()).containsEntry("field", field).containsKey("allowed");
        }
    }

    @Test
    void withoutAScoreThereIsNothingToProve() {
        Response refused = given().auth()
                .oauth2(Tokens.member("nobody-yet"))
                .contentType("application/json")
                .body("{\"audience\":\"a\",\"disclose\":[\"band\"]}")
                .post("/v1/members/nobody-yet/receipts");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:standing:problem:no-score");
    }

    /** As after a start, before memory is read: that there is a score is known, and what its member holds is not. */
    @Test
    void whatIsHeldIsNotSaidToBeTheBaselineWhereItIsNotKnown() {
        String unread = "unread-" + UUID.randomUUID();
        try (Bench bench = new Bench()) {
            bench.execute(
                    "insert into privileges.member (member, sequence, score, base, band, base_band, tenure_days, as_of,"
                            + " dimensions, scorecard) values ('" + unread
                            + "', 1, 700, 700, 'excellent', 'excellent', 9, now(), '{}',"
                            + " 'community/1')");

            Response refused = given().auth()
                    .oauth2(Tokens.member(unread))
                    .contentType("application/json")
                    .body("{\"audience\":\"a\",\"disclose\":[\"perks.bike-hire\"]}")
                    .post("/v1/members/" + unread + "/receipts");

            bench.execute("delete from privileges.member where member = '" + unread + "'");
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }
    }

    private Response issue(String names) {
        return post("{\"audience\":\"" + LANDLORD + "\",\"disclose\":" + names + "}");
    }

    private Response post(String body) {
        return given().auth()
                .oauth2(Tokens.member(member))
                .contentType("application/json")
                .body(body)
                .post("/v1/members/" + member + "/receipts");
    }

    private List<Map<String, Object>> all() {
        return given().auth()
                .oauth2(Tokens.member(member))
                .get("/v1/members/" + member + "/receipts")
                .jsonPath()
                .getList("");
    }

    private Response delete(String as, String id) {
        return given().auth().oauth2(Tokens.member(as)).delete("/v1/members/" + member + "/receipts/" + id);
    }

    private static Response jwks() {
        return given().get("/.well-known/jwks.json");
    }

    private Receipt accepted(Response issued) {
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        Verdict verdict = verify(issued);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).receipt();
    }

    private void awaitRevoked(Response issued) {
        Bench.await(
                "it is revoked",
                () -> verify(issued) instanceof Verdict.Refused refused && refused.reason() == Verdict.Reason.REVOKED);
    }

    private Verdict verify(Response issued) {
        try {
            return new ReceiptVerifier(PublicKeys.read(jwks().asString()), clock)
                    .verify(issued.jsonPath().getString("receipt"), LANDLORD, uri -> {
                        assertThat(uri.toString()).startsWith(ISSUER);
                        return given().get(uri.getPath()).asString();
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
