package dev.standing.ingest.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportsIT {
    @Test
    void membersComeWithTheirConsentsAndBadLinesAreNamed() {
        Community community = Community.named();

        List<String> outcomes = post(
                "members",
                member(community),
                "{\"member\":\"" + community.member() + "-b\",\"recordConsents\":[\"acme\"],\"social\":true}",
                "{\"member\":\"a b\",\"evidence\":\"form\"}",
                "nonsense",
                "{\"member\":\"" + community.member() + "-c\",\"evidence\":\"form\",\"name\":\"x\"}",
                member(community));

        assertThat(outcomes).hasSize(6);
        assertThat(outcomes.get(0)).contains("\"line\":1").contains("\"state\":\"created\"");
        assertThat(outcomes.get(1)).contains("\"line\":2").contains("evidence").contains("refused");
        assertThat(outcomes.get(2)).contains("\"field\":\"member\"");
        assertThat(outcomes.get(3)).contains("malformed");
        assertThat(outcomes.get(4)).contains("\"field\":\"name\"");
        assertThat(outcomes.get(5)).contains("\"state\":\"known\"");
        community.send(community.purchase("r-1", 5)).then().statusCode(202);
    }

    @Test
    void anImportGivesNothingBackThatWasWithdrawn() {
        Community community = Community.named();
        post("members", member(community));
        community.withdraw();

        assertThat(post("members", member(community)).getFirst()).contains("consent-withdrawn");
        community.send(community.purchase("r-1", 5)).then().statusCode(403);
    }

    @Test
    void aLineOverAWithdrawalBringsNothingAndItsNeighboursCome() {
        Community community = Community.named();
        Community neighbour = Community.named();
        post("members", member(community).replace("\"social\":true", "\"social\":false"));
        community.withdraw();
        String both = member(community)
                .replace(community.partner() + "\"", community.partner() + "\",\"" + neighbour.partner() + "\"");

        List<String> outcomes = post("members", both, member(neighbour));

        assertThat(outcomes.get(0)).contains("\"state\":\"conflict\"").contains("consent-withdrawn");
        assertThat(outcomes.get(1)).contains("\"state\":\"created\"");
        given().auth()
                .oauth2(Tokens.member(community.member()))
                .get("/v1/members/" + community.member() + "/consents")
                .then()
                .body("partner", contains(community.partner()))
                .body("granted", contains(false))
                .body("version", contains(2));
    }

    @Test
    void idsWithABarAreNotMistakenForOneAnother() {
        String id = Community.named().member();
        String tie = "{\"a\":\"%s\",\"b\":\"%s\",\"weight\":%s,\"evidence\":\"both signed\"}";
        String join = "{\"member\":\"%s\",\"evidence\":\"form 17\"}";
        String left = id + "|b";
        String right = "b|c" + id;
        post("members", join.formatted(id), join.formatted(left), join.formatted(right), join.formatted("c" + id));

        List<String> outcomes = post("ties", tie.formatted(id, right, "0.5"), tie.formatted(left, "c" + id, "0.6"));

        assertThat(outcomes).allMatch(outcome -> outcome.contains("\"state\":\"created\""));
    }

    @Test
    void tiesBecomeActiveAtOnceAndStaySevered() {
        Community one = Community.named();
        Community other = Community.named();
        post("members", member(one), member(other));
        String tie = "{\"a\":\"" + other.member() + "\",\"b\":\"" + one.member()
                + "\",\"weight\":0.5,\"evidence\":\"both signed\"}";

        List<String> outcomes = post(
                "ties",
                tie,
                tie,
                tie.replace("0.5", "0.6"),
                tie.replace(one.member(), "nobody-at-all"),
                tie.replace("0.5", "2"),
                tie.replace(other.member(), one.member()));

        assertThat(outcomes.get(0)).contains("\"state\":\"created\"");
        assertThat(outcomes.get(1)).contains("\"state\":\"known\"");
        assertThat(outcomes.get(2)).contains("\"state\":\"conflict\"");
        assertThat(outcomes.get(3)).contains("not-found");
        assertThat(outcomes.get(4)).contains("\"field\":\"weight\"");
        assertThat(outcomes.get(5)).contains("\"field\":\"b\"");
        given().auth()
                .oauth2(Tokens.member(one.member()))
                .delete("/v1/members/" + one.member() + "/ties/" + other.member())
                .then()
                .statusCode(200)
                .body("state", equalTo("severed"));
        assertThat(post("ties", tie).getFirst()).contains("tie-severed");
    }

    private static String member(Community community) {
        return "{\"member\":\"" + community.member() + "\",\"recordConsents\":[\"" + community.partner()
                + "\"],\"social\":true,\"evidence\":\"form 17\"}";
    }

    private static List<String> post(String what, String... lines) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/" + what)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
