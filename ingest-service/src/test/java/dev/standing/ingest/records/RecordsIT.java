package dev.standing.ingest.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecordsIT {
    private Community community = Community.named();

    @BeforeEach
    void join() {
        community = Community.create();
    }

    @Test
    void aRecordIsAcceptedOnceAndRepeatedAsADuplicate() {
        String record = community.purchase("r-1", 1177);

        community.send(record).then().statusCode(202).body("id", equalTo("r-1")).body("state", equalTo("accepted"));
        community.send(record).then().statusCode(200).body("state", equalTo("duplicate"));
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() {
        community.send(community.purchase("r-1", 1177)).then().statusCode(202);

        community
                .send(community.purchase("r-1", 1178))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:standing:problem:id-taken"));
    }

    @Test
    void aParameterThatNobodyKnowsIsToldAndNothingIsTaken() {
        for (String route : List.of("/v1/records", "/v1/records/stream")) {
            community
                    .posts(
                            route + "?dryRun=true",
                            route.endsWith("stream") ? "application/x-ndjson" : "application/json",
                            community.purchase("r-1", 1177))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("dryRun"));
        }
        community.status("r-1").then().statusCode(404);
    }

    @Test
    void theSameIdANanosecondLaterIsAConflict() {
        String record = community.purchase("r-1", 1177).replace("10:00:00Z", "10:00:00.123456789Z");
        community.send(record).then().statusCode(202);

        community.send(record).then().statusCode(200).body("state", equalTo("duplicate"));
        community.send(record.replace("789Z", "788Z")).then().statusCode(409);
        community.send(record.replace("789Z", "Z")).then().statusCode(409);
    }

    @Test
    void withoutConsentNothingIsAccepted() {
        community.withdraw();

        community
                .send(community.purchase("r-1", 1177))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:standing:problem:no-consent"));
    }

    @Test
    void aRecordThatIsThereStaysADuplicateAfterConsentIsWithdrawn() {
        community.send(community.purchase("r-1", 1177)).then().statusCode(202);
        community.withdraw();

        community.send(community.purchase("r-1", 1177)).then().statusCode(200).body("state", equalTo("duplicate"));
    }

    /** Large groups go another way through the ledger than single records, and say the same. */
    @Test
    void aLargeGroupSaysOfRecordsThatAreThereWhatASingleOneSays() {
        List<String> records = IntStream.range(0, 300)
                .mapToObj(i -> community.purchase("s-" + i, i))
                .toList();
        assertThat(stream(records)).allMatch(line -> line.contains("accepted"));
        retract("s-5");
        community.withdraw();

        List<String> outcomes = stream(records);

        assertThat(outcomes.get(5)).contains("\"state\":\"retracted\"");
        outcomes.stream().filter(line -> !line.contains("\"s-5\"")).forEach(line -> assertThat(line)
                .contains("\"state\":\"duplicate\""));
        assertThat(stream(IntStream.range(300, 600)
                        .mapToObj(i -> community.purchase("s-" + i, i))
                        .toList()))
                .allMatch(line -> line.contains("no-consent"));
    }

    @Test
    void aRetractedRecordThatIsSentAgainIsStillRetracted() {
        community.send(community.purchase("r-1", 1177)).then().statusCode(202);
        retract("r-1");

        community.send(community.purchase("r-1", 1177)).then().statusCode(200).body("state", equalTo("retracted"));
    }

    /** Its commit would fail, and that of everybody who shares it. */
    @Test
    void aPartnerThatIsNoIdSendsNothing() {
        for (String claim : List.of("a\u0000b", "a b", "x".repeat(129))) {
            given().auth()
                    .oauth2(Tokens.partner(claim))
                    .contentType(ContentType.JSON)
                    .body(community.purchase("r-1", 5))
                    .post("/v1/records")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aBatchAnswersEachItemInOrder() {
        String bad = community.purchase("r-2", 5).replace("\"purchase\"", "\"gossip\"");
        String batch = "["
                + String.join(
                        ",",
                        community.purchase("r-1", 1),
                        bad,
                        community.purchase("r-3", 3),
                        community.purchase("r-1", 1),
                        community.purchase("r-3", 4),
                        "17")
                + "]";

        Response response = community.posts("/v1/records/batch", "application/json", batch);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("state"))
                .containsExactly("accepted", "refused", "accepted", "duplicate", "conflict", "refused");
        assertThat(response.jsonPath().getList("[1].problem.violations.field")).containsExactly("kind");
    }

    @Test
    void aBatchOfMoreThanAThousandIsRefusedWhole() {
        String batch = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> community.purchase("r-" + i, i))
                .collect(Collectors.joining(",", "[", "]"));

        community
                .posts("/v1/records/batch", "application/json", batch)
                .then()
                .statusCode(422)
                .body("violations[0].allowed", equalTo("at most 1000 records"));
        community.status("r-1").then().statusCode(404);
    }

    @Test
    void aStreamAnswersEachLineInOrderAndTheGoodOnesGoIn() {
        String lines = String.join(
                "\n",
                community.purchase("r-1", 1),
                "{\"id\":\"r-2\",",
                "",
                "x".repeat(20_000),
                community.purchase("r-3", 3));

        Response response = community.posts("/v1/records/stream", "application/x-ndjson", lines);

        assertThat(response.statusCode()).isEqualTo(200);
        List<String> outcomes = response.asString().lines().toList();
        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(0)).isEqualTo("{\"line\":1,\"id\":\"r-1\",\"state\":\"accepted\"}");
        assertThat(outcomes.get(1)).contains("\"line\":2").contains("\"state\":\"refused\"");
        assertThat(outcomes.get(2)).contains("\"line\":4").contains("too-large");
        assertThat(outcomes.get(3)).isEqualTo("{\"line\":5,\"id\":\"r-3\",\"state\":\"accepted\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
                "application/jsonlines",
                "application/x-jsonlines",
                "application/x-ndjson;charset=utf-8",
                "text/plain"
            })
    void linesAreLinesWhateverTheyAreCalledAndWhateverWroteThem(String mediaType) {
        String lines = "\uFEFF" + community.purchase("r-1", 1) + "\r\n" + community.purchase("r-2", 2) + "\r\n";

        Response response = community.posts("/v1/records/stream", mediaType, lines);

        assertThat(response.asString().lines())
                .containsExactly(
                        "{\"line\":1,\"id\":\"r-1\",\"state\":\"accepted\"}",
                        "{\"line\":2,\"id\":\"r-2\",\"state\":\"accepted\"}");
    }

    @Test
    void aStreamMuchLongerThanAnyBodyLimitGoesIn() {
        int count = 30_000;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(community.purchase("s-" + i, i)).append('\n');
        }

        Response response = community.posts("/v1/records/stream", "application/x-ndjson", lines.toString());

        List<String> outcomes = response.asString().lines().toList();
        assertThat(outcomes).hasSize(count).allMatch(line -> line.endsWith("\"state\":\"accepted\"}"));
        assertThat(outcomes.getLast()).startsWith("{\"line\":" + count + ",");
    }

    @Test
    void aLargeChunkWithRecordsThatAreThereAlreadyTakesTheOthers() {
        community.send(community.purchase("s-250", 250)).then().statusCode(202);
        community.send(community.purchase("s-260", 1)).then().statusCode(202);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append(community.purchase("s-" + i, i)).append('\n');
        }
        lines.append(community.purchase("s-7", 7)).append('\n');
        String nobody = community.purchase("s-n", 1).replace(community.member(), "nobody-at-all");
        lines.append(nobody);

        for (int round = 0; round < 2; round++) {
            List<String> outcomes = community
                    .posts("/v1/records/stream", "application/x-ndjson", lines.toString())
                    .asString()
                    .lines()
                    .toList();

            String usual = round == 0 ? "accepted" : "duplicate";
            assertThat(outcomes).hasSize(502);
            assertThat(outcomes.get(249)).contains(usual);
            assertThat(outcomes.get(250)).contains("duplicate");
            assertThat(outcomes.get(260)).contains("conflict");
            assertThat(outcomes.get(499)).contains(usual);
            assertThat(outcomes.get(500)).contains("duplicate");
            assertThat(outcomes.get(501)).contains("no-consent");
        }
    }

    @Test
    void aRetractedRecordStaysRetracted() {
        community.send(community.purchase("r-1", 1177)).then().statusCode(202);
        community.status("r-1").then().statusCode(200).body("state", equalTo("accepted"));

        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Tokens.partner(community.partner()))
                    .delete("/v1/records/r-1")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("retracted"));
        }
        community.status("r-1").then().statusCode(200).body("state", equalTo("retracted"));
    }

    private void retract(String id) {
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .delete("/v1/records/" + id)
                .then()
                .statusCode(200);
    }

    private List<String> stream(List<String> records) {
        return community
                .posts("/v1/records/stream", "application/x-ndjson", String.join("\n", records))
                .asString()
                .lines()
                .toList();
    }

    @Test
    void anotherPartnersRecordIsNotThere() {
        community.send(community.purchase("r-1", 1177)).then().statusCode(202);

        given().auth()
                .oauth2(Tokens.partner("somebody-else"))
                .get("/v1/records/r-1")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.partner("somebody-else"))
                .delete("/v1/records/r-1")
                .then()
                .statusCode(404);
    }
}
