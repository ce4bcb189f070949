package dev.standing.scoring.scores;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import dev.standing.scoring.Api;
import dev.standing.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members see which partners were told their score. */
@QuarkusTest
class ReadsIT {
    private static final String INSERT = """
            insert into scoring.score_read (member, partner, score, scorecard, at)
            select '%s', 'acme', 600, 'community/1', now() - interval '%s' - i * interval '1 second'
            from generate_series(0, %d) as i
            """;

    private final Wire wire = new Wire();
    private final String member = "read" + System.nanoTime();

    @Inject
    ReadsRetention retention;

    @BeforeEach
    void aMemberWhoLetsTwoPartnersIn() {
        wire.recordsConsent(member, "acme", true, 1);
        wire.recordsConsent(member, "zenith", true, 1);
        wire.flush();
        Api.await(() -> Api.isKnown(member), "known");
        Api.awaitQuiet();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whichPartnerWasToldIsNotedAndNobodyElse() {
        int score = told("acme").jsonPath().getInt("score");
        told("zenith");
        told("acme");
        score(Tokens.partner("globex")).then().statusCode(404);
        score(Tokens.member(member)).then().statusCode(200);
        score(Tokens.operator()).then().statusCode(200);

        JsonPath reads = reads("");

        assertThat(reads.getString("member")).isEqualTo(member);
        assertThat(reads.getBoolean("more")).isFalse();
        assertThat(reads.<String>getList("reads.partner")).containsExactly("acme", "zenith", "acme");
        assertThat(reads.<Integer>getList("reads.score")).containsOnly(score);
        assertThat(reads.<String>getList("reads.scorecard")).containsOnly("community/1");
        assertThat(instants(reads)).isSorted();
    }

    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() {
        told("acme");
        told("zenith");
        told("acme");
        List<Instant> at = instants(reads(""));

        assertThat(instants(reads("?from=" + at.get(1)))).containsExactly(at.get(1), at.get(2));
        assertThat(instants(reads("?to=" + at.get(1)))).containsExactly(at.get(0));
        assertThat(instants(reads("?from=" + at.get(1) + "&to=" + at.get(2)))).containsExactly(at.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=1700-01-01T00:00:00Z", "from=", "until=2026-11-01T00:00:00Z"})
    void aPeriodThatIsNoneIsNamed(String query) {
        Api.get(Tokens.member(member), "/v1/members/" + member + "/score/reads?" + query)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(query.replaceAll("=.*", "")));
    }

    @Test
    void thatMemberAndOperatorsMayAsk() {
        String path = "/v1/members/" + member + "/score/reads";
        assertThat(Api.get(Tokens.member(member), path).statusCode()).isEqualTo(200);
        assertThat(Api.get(Tokens.operator(), path).statusCode()).isEqualTo(200);
        assertThat(Api.get(Tokens.member("other"), path).statusCode()).isEqualTo(404);
        assertThat(Api.get(Tokens.partner("acme"), path).statusCode()).isEqualTo(403);
        assertThat(Api.get(Tokens.analyst(), path).statusCode()).isEqualTo(403);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void whatAnAnswerDoesNotHoldIsInTheNext() {
        try (Bench bench = new Bench()) {
            bench.execute(INSERT.formatted(member, "1 hour", 1_000));
        }

        JsonPath first = reads("");
        assertThat(first.getBoolean("more")).isTrue();
        assertThat(instants(first)).hasSize(ScoreReads.MOST_READS).isSorted();
        Instant last = instants(first).getLast();
        JsonPath next = reads("?from=" + last);

        assertThat(next.getBoolean("more")).isFalse();
        assertThat(instants(next)).hasSize(2).startsWith(last);
    }

    @Test
    void whileTheDatabaseHangsNobodyIsTold() {
        TestStack.get()
                .whilePostgresHangs(() -> score(Tokens.partner("acme")).then().statusCode(503));

        Api.await(() -> score(Tokens.partner("acme")).statusCode() == 200, "acme reads again");
    }

    @Test
    void whatCannotBeNotedIsNotTold() {
        told("acme");
        try (Bench bench = new Bench()) {
            bench.execute("alter table scoring.score_read add constraint full_up check (member <> '" + member
                    + "') not valid");
            try {
                Response untold = score(Tokens.partner("acme"));
                assertThat(untold.statusCode()).isGreaterThanOrEqualTo(500);
                assertThat(untold.asString()).doesNotContain("community/1");
                assertThat(score(Tokens.member(member)).statusCode())
                        .as("what is not noted")
                        .isEqualTo(200);
            } finally {
                bench.execute("alter table scoring.score_read drop constraint full_up");
            }
        }
        told("acme");
        assertThat(instants(reads(""))).hasSize(2);
    }

    @Test
    void whatIsOlderThanTwentyFiveMonthsIsDeletedAndNothingElse() {
        try (Bench bench = new Bench()) {
            bench.execute(INSERT.formatted(member, "25 months 1 hour", 5_999));
            bench.execute(INSERT.formatted(member, "25 months -1 hour", 1));
            told("acme");

            retention.deleteOld();

            assertThat(bench.number("select count(*) from scoring.score_read where member = '" + member + "'"))
                    .isEqualTo(3);
        }
    }

    private Response score(String token) {
        return Api.get(token, "/v1/members/{m}/score", member);
    }

    private Response told(String partner) {
        Response told = score(Tokens.partner(partner));
        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        return told;
    }

    private JsonPath reads(String query) {
        return Api.get(Tokens.member(member), "/v1/members/" + member + "/score/reads" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Instant> instants(JsonPath reads) {
        return reads.<String>getList("reads.at").stream().map(Instant::parse).toList();
    }
}
