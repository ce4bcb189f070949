package dev.standing.ingest.ties;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TiesIT {
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
