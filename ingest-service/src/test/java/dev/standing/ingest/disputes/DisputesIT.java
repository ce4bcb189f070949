package dev.standing.ingest.disputes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.Community;
import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.relay.Listener;
import dev.standing.local.test.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DisputesIT {
    @Inject
    OldestDispute oldest;

    @Inject
    MeterRegistry registry;

    @Inject
    Ledger ledger;

    private Community community = Community.named();

    @BeforeEach
    void aMemberWithARecord() {
        community = Community.create();
        community.send(community.purchase("r-1", 5)).then().statusCode(202);
    }

    @Test
    void whatAnOperatorUpholdsIsTakenBackAndSaid() throws Exception {
        Response opened = open("r-1", "not-mine");
        opened.then()
                .statusCode(201)
                .body("member", equalTo(community.member()))
                .body("partner", equalTo(community.partner()))
                .body("record", equalTo("r-1"))
                .body("reason", equalTo("not-mine"))
                .body("state", equalTo("open"))
                .body("decidedAt", nullValue());
        Instant openedAt = Instant.parse(opened.path("openedAt"));
        assertThat(Instant.parse(opened.path("freezesUntil"))).isEqualTo(openedAt.plus(Duration.ofDays(30)));
        String id = opened.path("id");
        open("r-1", "not-mine").then().statusCode(200).body("id", equalTo(id));
        open("r-1", "wrong-time").then().statusCode(409).body("type", equalTo("urn:standing:problem:dispute-open"));

        decide(Tokens.operator(), id, "upheld")
                .then()
                .statusCode(200)
                .body("state", equalTo("upheld"))
                .body("decidedBy", equalTo("operator"));

        community.status("r-1").then().body("state", equalTo("retracted"));
        decide(Tokens.operator(), id, "upheld").then().statusCode(200);
        decide(Tokens.operator(), id, "rejected").then().statusCode(409);
        open("r-1", "not-mine").then().statusCode(409).body("type", equalTo("urn:standing:problem:dispute-decided"));
        List<byte[]> said = Listener.until(Topics.DISPUTES, community.member(), 2);
        assertThat(said)
                .extracting(value -> EventJson.read(value, DisputeEvent.class).state())
                .containsExactly(DisputeEvent.State.OPEN, DisputeEvent.State.UPHELD);
        DisputeEvent first = EventJson.read(said.getFirst(), DisputeEvent.class);
        assertThat(first.dispute()).isEqualTo(id);
        assertThat(first.reason()).isEqualTo("not-mine");
        assertThat(first.freezesUntil()).isEqualTo(openedAt.plus(Duration.ofDays(30)));
        assertThat(Listener.until(Topics.RECORDS, community.member(), 2))
                .extracting(value -> EventJson.read(value, RecordEvent.class).type())
                .containsExactly(RecordEvent.Type.ACCEPTED, RecordEvent.Type.RETRACTED);
        awaitFigures(1, 1);
    }

    @Test
    void howLongTheOldestWaitsIsTold() throws Throwable {
        open("r-1", "not-mine").then().statusCode(201);
        Thread.sleep(Duration.ofSeconds(1));

        VertxContextSupport.subscribeAndAwait(oldest::look);

        assertThat(registry.get("standing.ingest.disputes.oldest").gauge().value())
                .isBetween(1.0, 3_600.0);
    }

    @Test
    void whatIsRejectedStands() {
        String id = open("r-1", "wrong-amount").path("id");

        decide(partner(), id, "rejected").then().statusCode(403);
        decide(Tokens.operator(), id, "rejected").then().statusCode(200).body("state", equalTo("rejected"));

        community.status("r-1").then().body("state", not(equalTo("retracted")));
        decide(partner(), id, "upheld").then().statusCode(409);
        awaitFigures(1, 0);
    }

    @Test
    void aPartnerAcceptsByItsDecisionOrByTakingTheRecordBack() {
        community.send(community.purchase("r-2", 5)).then().statusCode(202);
        String decided = open("r-1", "counted-twice").path("id");
        String retracted = open("r-2", "settled").path("id");

        decide(partner(), decided, "upheld").then().statusCode(200).body("decidedBy", equalTo("partner"));
        given().auth().oauth2(partner()).delete("/v1/records/r-2").then().statusCode(200);

        for (String each : List.of(decided, retracted)) {
            as(partner(), "/v1/disputes/" + each)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("upheld"))
                    .body("decidedBy", equalTo("partner"));
        }
        community.status("r-1").then().body("state", equalTo("retracted"));
        awaitFigures(2, 2);
    }

    /** Whoever takes a record back may die before the dispute is accepted with it. */
    @Test
    void whatItsPartnerHasTakenBackCanBeUpheldAlone() {
        String id = open("r-1", "not-mine").path("id");
        ledger.retract(new PartnerId(community.partner()), "r-1").await().atMost(Duration.ofSeconds(10));

        decide(Tokens.operator(), id, "rejected")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:standing:problem:record-retracted"));
        decide(Tokens.operator(), id, "upheld").then().statusCode(200);
        awaitFigures(1, 1);
    }

    @Test
    void onlyOnesOwnRecordsThatCountCanBeContested() {
        Community other = Community.create();
        other.send(other.purchase("r-1", 5)).then().statusCode(202);

        open("r-9", "not-mine").then().statusCode(404).body("detail", equalTo("The record is not known"));
        open(community.member(), other.partner(), "r-1", "not-mine")
                .then()
                .statusCode(404)
                .body("detail", equalTo("The record is not known"));
        given().auth().oauth2(partner()).delete("/v1/records/r-1").then().statusCode(200);
        open("r-1", "not-mine").then().statusCode(409).body("type", equalTo("urn:standing:problem:record-retracted"));
        other.withdraw();
        open(other.member(), other.partner(), "r-1", "not-mine")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:standing:problem:no-consent"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', partner",
        "'{\"partner\":\"acme\",\"record\":\"a b\",\"reason\":\"settled\"}', record",
        "'{\"partner\":\"acme\",\"record\":\"r-1\",\"reason\":\"because\"}', reason"
    })
    void aRequestThatIsWrongIsToldSo(String body, String field) {
        given().auth()
                .oauth2(Tokens.member(community.member()))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/members/" + community.member() + "/disputes")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));
        given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"outcome\":\"open\"}")
                .post("/v1/disputes/d-0/decision")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("outcome"));
    }

    @Test
    void onlySoManyAreOpenAtATimeHoweverManyAreOpenedAtOnce() throws Exception {
        for (int i = 2; i <= 15; i++) {
            community.send(community.purchase("r-" + i, i)).then().statusCode(202);
        }
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            IntStream.rangeClosed(1, 15).forEach(i -> callers.execute(() -> open("r-" + i, "not-mine")));
        }
        Response mine =
                as(Tokens.member(community.member()), "/v1/members/" + community.member() + "/disputes?state=open");
        assertThat(mine.jsonPath().getList("id")).hasSize(10);
        community.send(community.purchase("r-16", 1)).then().statusCode(202);

        open("r-16", "not-mine")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:standing:problem:too-many-disputes"))
                .body(
                        "detail",
                        equalTo(
                                "10 disputes are open; allowed: 10 at a time. Another can be opened when one is decided"));
        decide(Tokens.operator(), mine.path("[0].id"), "rejected").then().statusCode(200);
        open("r-16", "not-mine").then().statusCode(201);
    }

    /** More than there are connections to the database. */
    @Test
    void whoeverContestsOrTakesBackAtOnceNobodyWaitsForever() throws Exception {
        List<Community> crowd =
                IntStream.range(0, 20).mapToObj(i -> Community.create()).toList();
        crowd.forEach(each -> each.send(each.purchase("r-1", 5)).then().statusCode(202));
        List<Integer> answers = new CopyOnWriteArrayList<>();

        try (ExecutorService callers = Executors.newFixedThreadPool(40)) {
            crowd.forEach(each -> {
                callers.execute(() -> answers.add(
                        open(each.member(), each.partner(), "r-1", "settled").statusCode()));
                callers.execute(() -> answers.add(given().auth()
                        .oauth2(Tokens.partner(each.partner()))
                        .delete("/v1/records/r-1")
                        .statusCode()));
            });
        }

        assertThat(answers).hasSize(40).isSubsetOf(200, 201, 409);
        for (Community each : crowd) {
            assertThat(as(Tokens.partner(each.partner()), "/v1/disputes?state=open")
                            .jsonPath()
                            .getList("id"))
                    .as("of records that are taken back none is open")
                    .isEmpty();
        }
    }

    @Test
    void eachSeesWhatIsTheirsToSee() {
        community.send(community.purchase("r-2", 5)).then().statusCode(202);
        String first = open("r-1", "not-mine").path("id");
        String second = open("r-2", "not-mine").path("id");
        String own = "/v1/members/" + community.member() + "/disputes";
        String member = Tokens.member(community.member());

        assertThat(as(member, own).jsonPath().getList("id")).containsExactly(first, second);
        assertThat(as(member, own + "?after=" + first).jsonPath().getList("id")).containsExactly(second);
        as(member, own + "/" + first).then().statusCode(200).body("id", equalTo(first));
        as(Tokens.member("somebody-else"), own + "/" + first).then().statusCode(403);
        as(member, own + "?after=d-0").then().statusCode(422).body("violations[0].field", equalTo("after"));
        as(member, own + "?state=new").then().statusCode(422).body("violations[0].field", equalTo("state"));
        assertThat(as(partner(), "/v1/disputes?state=open").jsonPath().getList("id"))
                .containsExactly(first, second);
        as(Tokens.partner("somebody-else"), "/v1/disputes")
                .then()
                .statusCode(200)
                .body("", empty());
        as(Tokens.partner("somebody-else"), "/v1/disputes/" + first).then().statusCode(404);
        decide(Tokens.partner("somebody-else"), first, "upheld").then().statusCode(404);
        as(Tokens.operator(), "/v1/disputes/" + first).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.operator())
                .urlEncodingEnabled(false)
                .get("/v1/disputes/a%00b")
                .then()
                .statusCode(oneOf(400, 404));

        community.withdraw();

        as(partner(), "/v1/disputes").then().statusCode(200).body("", empty());
        as(partner(), "/v1/disputes/" + first).then().statusCode(404);
        decide(partner(), first, "upheld").then().statusCode(404);
        as(Tokens.operator(), "/v1/disputes/" + first).then().statusCode(200).body("state", equalTo("open"));
        assertThat(as(member, own).jsonPath().getList("id")).hasSize(2);
    }

    private Response open(String record, String reason) {
        return open(community.member(), community.partner(), record, reason);
    }

    private static Response open(String member, String partner, String record, String reason) {
        return given().auth()
                .oauth2(Tokens.member(member))
                .contentType(ContentType.JSON)
                .body("{\"partner\":\"%s\",\"record\":\"%s\",\"reason\":\"%s\"}".formatted(partner, record, reason))
                .post("/v1/members/" + member + "/disputes");
    }

    private static Response decide(String token, String dispute, String outcome) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"outcome\":\"" + outcome + "\"}")
                .post("/v1/disputes/" + dispute + "/decision");
    }

    private static Response as(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private String partner() {
        return Tokens.partner(community.partner());
    }

    /** Contested and upheld are counted in the transaction itself. */
    private void awaitFigures(int contested, int upheld) {
        as(partner(), "/v1/partners/me")
                .then()
                .statusCode(200)
                .body("period.contested", equalTo(contested))
                .body("period.upheld", equalTo(upheld))
                .body("total.contested", equalTo(contested))
                .body("total.upheld", equalTo(upheld));
    }
}
