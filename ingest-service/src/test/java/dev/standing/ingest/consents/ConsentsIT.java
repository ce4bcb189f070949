package dev.standing.ingest.consents;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConsentsIT {
    private Community community = Community.named();

    @BeforeEach
    void join() {
        community = Community.named();
        community.join();
    }

    @Test
    void aMemberJoinsOnceAndIsKnownAfterwards() {
        given().auth()
                .oauth2(Tokens.partner("acme"))
                .put("/v1/members/" + community.member())
                .then()
                .statusCode(200)
                .body("member", equalTo(community.member()));
        given().auth().oauth2(Tokens.operator()).put("/v1/members/a%20b").then().statusCode(422);
    }

    @Test
    void eachChangeMakesAVersionAndTheSameAgainDoesNot() {
        put("records/acme", "{\"granted\":true}").then().statusCode(200).body("version", equalTo(1));
        put("records/acme", "{\"granted\":true}").then().statusCode(200).body("version", equalTo(1));
        put("records/acme", "{\"granted\":false}").then().statusCode(200).body("version", equalTo(2));
        put("records/acme", "{\"granted\":true}")
                .then()
                .body("version", equalTo(3))
                .body("granted", equalTo(true));
        put("social", "{\"granted\":true}").then().statusCode(200).body("version", equalTo(1));

        given().auth()
                .oauth2(Tokens.member(community.member()))
                .get("/v1/members/" + community.member() + "/consents")
                .then()
                .statusCode(200)
                .body("purpose", contains("records", "social"))
                .body("version", contains(3, 1));
    }

    @Test
    void aConsentIsGivenSoOftenADayAndWithdrawnAtAnyTime() {
        for (int i = 0; i < 10; i++) {
            put("records/acme", "{\"granted\":true}").then().statusCode(200).body("version", equalTo(2 * i + 1));
            put("records/acme", "{\"granted\":false}").then().statusCode(200).body("version", equalTo(2 * i + 2));
        }

        put("records/acme", "{\"granted\":true}")
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:standing:problem:too-often"))
                .body("detail", startsWith("The same permission is given too often; allowed: 10 times a day"));

        put("records/acme", "{\"granted\":false}").then().statusCode(200).body("version", equalTo(20));
        put("records/other", "{\"granted\":true}").then().statusCode(200);
        put("social", "{\"granted\":true}").then().statusCode(200);
    }

    @Test
    void whatAnOperatorGrantsTakesNothingFromTheMember() {
        for (int i = 0; i < 10; i++) {
            grantAsOperator().then().statusCode(200);
            put("social", "{\"granted\":false}").then().statusCode(200);
        }
        grantAsOperator().then().statusCode(429).body("type", equalTo("urn:standing:problem:too-often"));

        put("social", "{\"granted\":true}").then().statusCode(200).body("version", equalTo(21));
    }

    private Response grantAsOperator() {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"granted\":true,\"evidence\":\"on paper\"}")
                .put("/v1/members/" + community.member() + "/consents/social");
    }

    @Test
    void anOperatorNeedsEvidence() {
        String path = "/v1/members/" + community.member() + "/consents/social";
        given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"granted\":true}")
                .put(path)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence"));
        given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"granted\":true,\"evidence\":\"form 17\"}")
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void anotherMemberMayNotAndAnUnknownMemberIsNotFound() {
        given().auth()
                .oauth2(Tokens.member("somebody-else"))
                .contentType(ContentType.JSON)
                .body("{\"granted\":true}")
                .put("/v1/members/" + community.member() + "/consents/social")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.member("nobody-at-all"))
                .contentType(ContentType.JSON)
                .body("{\"granted\":true}")
                .put("/v1/members/nobody-at-all/consents/social")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | 422 | granted
            {"granted":null} | 422 | granted
            {"granted":"true"} | 422 | granted
            {"granted":1} | 422 | granted
            {"granted":true,"evidence":17} | 422 | evidence
            {"granted":true,"evidence":""} | 422 | evidence
            {"granted":true,"evidence":"a\\u0000b"} | 422 | evidence
            {"granted":true,"until":"2027-01-01"} | 422 | until
            """)
    void aBadFieldIsNamed(String body, int status, String field) {
        put("social", body).then().statusCode(status).body("violations[0].field", equalTo(field));
    }

    @Test
    void evidenceHasALimitAndSoHaveBodies() {
        put("social", "{\"granted\":true,\"evidence\":\"" + "x".repeat(201) + "\"}")
                .then()
                .statusCode(422);
        put("social", "{\"granted\":tr").then().statusCode(400);
        put("social", "").then().statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        put("social", "null").then().statusCode(422);
        put("records/a%40b", "{\"granted\":true}").then().statusCode(422);
    }

    private Response put(String path, String body) {
        return given().auth()
                .oauth2(Tokens.member(community.member()))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/members/" + community.member() + "/consents/" + path);
    }
}
