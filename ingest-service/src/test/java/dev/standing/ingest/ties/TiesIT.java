package dev.standing.ingest.ties;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TiesIT {
    // standing.ingest.grants-per-day
    private static final int MOST_A_DAY = 10;

    @Inject
    AgroalDataSource database;

    private Community one = Community.named();
    private Community other = Community.named();

    @BeforeEach
    void join() {
        one = Community.named();
        one.join();
        other = Community.named();
        other.join();
    }

    @Test
    void aTieIsAskedForConfirmedAndSevered() {
        ask(one.member(), "{\"with\":\"" + other.member() + "\",\"weight\":0.5}")
                .then()
                .statusCode(202)
                .body("state", equalTo("pending"));
        confirm(one.member(), other.member()).then().statusCode(409);
        confirm(other.member(), one.member())
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("weight", equalTo(0.5f));
        given().auth()
                .oauth2(Tokens.member(one.member()))
                .get("/v1/members/" + one.member() + "/ties")
                .then()
                .body("with", contains(other.member()));
        sever(one.member(), other.member()).then().statusCode(200).body("state", equalTo("severed"));
        sever(other.member(), one.member()).then().statusCode(200);
        confirm(other.member(), one.member()).then().statusCode(404);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        confirm(one.member(), other.member()).then().statusCode(404);
        sever(one.member(), other.member()).then().statusCode(404);
        sever(one.member(), one.member()).then().statusCode(404);
    }

    @Test
    void whoAsksIsNotToldWhetherTheOtherHasJoined() {
        String nobody = Community.named().member();

        Response ofMember = ask(one.member(), "{\"with\":\"" + other.member() + "\",\"weight\":1}");
        Response ofNobody = ask(one.member(), "{\"with\":\"" + nobody + "\",\"weight\":1}");

        assertThat(ofNobody.statusCode()).isEqualTo(202).isEqualTo(ofMember.statusCode());
        assertThat(ofNobody.asString().replace(nobody, other.member())).isEqualTo(ofMember.asString());
        assertThat(ofNobody.headers().asList()).isEqualTo(ofMember.headers().asList());
        given().auth()
                .oauth2(Tokens.member(one.member()))
                .get("/v1/members/" + one.member() + "/ties")
                .then()
                .body("with", containsInAnyOrder(other.member(), nobody))
                .body("state", contains("pending", "pending"));
        assertThat(given().get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/metrics")
                        .asString())
                .as("what operators see")
                .contains("standing_ingest_ties_asked_total{application=\"ingest-service\",other=\"member\"}")
                .contains("standing_ingest_ties_asked_total{application=\"ingest-service\",other=\"nobody\"}");
    }

    @Test
    void aTieWaitsForWhoJoinsLaterAndNobodyElseConfirmsIt() {
        Community later = Community.named();
        ask(one.member(), "{\"with\":\"" + later.member() + "\",\"weight\":1}")
                .then()
                .statusCode(202);
        confirm(later.member(), one.member()).then().statusCode(404);

        later.join();

        confirm(later.member(), one.member()).then().statusCode(200).body("state", equalTo("active"));
    }

    @Test
    void aTieIsAskedForSoOftenADayByEachSideAndEndsAtAnyTime() throws SQLException {
        for (int i = 1; i <= MOST_A_DAY; i++) {
            ask(i).then().statusCode(202);
        }
        ask(MOST_A_DAY).then().statusCode(202).body("weight", equalTo(MOST_A_DAY / 100f));

        String retryAfter = ask(99).then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:standing:problem:too-often"))
                .body("detail", startsWith("The same tie is asked for or confirmed too often; allowed: 10 times a day"))
                .extract()
                .header("Retry-After");

        assertThat(Integer.parseInt(retryAfter)).isBetween(1, 86_400);
        confirm(other.member(), one.member()).then().statusCode(200).body("weight", equalTo(MOST_A_DAY / 100f));
        sever(one.member(), other.member()).then().statusCode(200).body("state", equalTo("severed"));
        ask(99).then().statusCode(429);
        aDayPasses();
        ask(99).then().statusCode(202);
    }

    @Test
    void whoHasAskedSoOftenStillConfirmsWhatTheOtherAsksFor() {
        for (int i = 1; i <= MOST_A_DAY; i++) {
            ask(i).then().statusCode(202);
        }
        sever(one.member(), other.member()).then().statusCode(200);
        ask(other.member(), "{\"with\":\"" + one.member() + "\",\"weight\":0.5}")
                .then()
                .statusCode(202);

        confirm(one.member(), other.member()).then().statusCode(200).body("state", equalTo("active"));

        sever(one.member(), other.member()).then().statusCode(200);
        ask(99).then().statusCode(429);
    }

    @Test
    void atOnceNoMoreAreTakenThanOneAfterTheOther() {
        List<Integer> answers = IntStream.rangeClosed(1, 3 * MOST_A_DAY)
                .parallel()
                .mapToObj(i -> ask(i).statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 202).hasSize(MOST_A_DAY);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(2 * MOST_A_DAY);
    }

    private Response ask(int hundredths) {
        return ask(one.member(), "{\"with\":\"" + other.member() + "\",\"weight\":" + hundredths / 100.0 + "}");
    }

    private void aDayPasses() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement back =
                        connection.prepareStatement("update ingest.grant_count set day = day - 1 where member = ?")) {
            back.setString(1, one.member());
            assertThat(back.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void nobodyActsForAnother() {
        given().auth()
                .oauth2(Tokens.member(other.member()))
                .post("/v1/members/" + one.member() + "/ties/" + other.member() + "/confirmation")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"with":"ME","weight":1} | with
            {"weight":1} | with
            {"with":17,"weight":1} | with
            {"with":"a b","weight":1} | with
            {"with":"m-2"} | weight
            {"with":"m-2","weight":0} | weight
            {"with":"m-2","weight":1.01} | weight
            {"with":"m-2","weight":-1} | weight
            {"with":"m-2","weight":"1"} | weight
            {"with":"m-2","weight":1,"since":2020} | since
            """)
    void aBadFieldIsNamed(String body, String field) {
        ask(one.member(), body.replace("ME", one.member()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(field));
    }

    private static Response ask(String member, String body) {
        return given().auth()
                .oauth2(Tokens.member(member))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/members/" + member + "/ties");
    }

    private static Response confirm(String member, String other) {
        return given().auth()
                .oauth2(Tokens.member(member))
                .post("/v1/members/" + member + "/ties/" + other + "/confirmation");
    }

    private static Response sever(String member, String other) {
        return given().auth().oauth2(Tokens.member(member)).delete("/v1/members/" + member + "/ties/" + other);
    }
}
