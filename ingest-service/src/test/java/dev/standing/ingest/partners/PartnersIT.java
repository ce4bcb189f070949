package dev.standing.ingest.partners;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.PartnerEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.ingest.Community;
import dev.standing.ingest.relay.Listener;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PartnersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    PartnerCounts counts;

    @Inject
    FigureJournal journal;

    @Inject
    Pool pool;

    @Test
    void whatIsTakenRefusedAndTakenBackIsCountedEachOnce() {
        Community community = Community.create();
        community.send(community.purchase("r-1", 5)).then().statusCode(202);
        community.send(community.purchase("r-1", 5)).then().statusCode(200);
        community.send(community.purchase("r-1", 6)).then().statusCode(409);
        community.send(community.purchase("r-2", 7)).then().statusCode(202);
        community.send(community.purchase("r-3", -1)).then().statusCode(422);
        community
                .send(community.purchase("r-4", 1).replace("5735", "5912"))
                .then()
                .statusCode(422);
        community
                .send(community.purchase("r-5", 1).replace("purchase", "opinion"))
                .then()
                .statusCode(422);
        community.send("{").then().statusCode(400);
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .delete("/v1/records/r-2")
                .then()
                .statusCode(200);
        community.withdraw();
        community.send(community.purchase("r-6", 1)).then().statusCode(403);

        JsonPath own = await(
                community,
                figures -> figures.getInt("total.retracted") == 1 && figures.getInt("total.refused.consent") == 1);

        assertThat(own.getString("partner")).isEqualTo(community.partner());
        assertThat(own.getString("through"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(own.getString("from"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).minusDays(89).toString());
        assertThat(own.getMap("period")).isEqualTo(own.getMap("total"));
        assertThat(own.getInt("total.accepted")).isEqualTo(2);
        assertThat(own.<String, Integer>getMap("total.refused"))
                .containsEntry("malformed", 1)
                .containsEntry("field", 1)
                .containsEntry("kind", 1)
                .containsEntry("special-category", 1)
                .containsEntry("consent", 1)
                .containsEntry("conflict", 1)
                .hasSize(6);
        assertThat(own.getInt("total.contested")).isZero();
        assertThat(own.getInt("total.upheld")).isZero();
        assertThat(own.getDouble("total.upheldLowerBound")).isZero();
    }

    @Test
    void howeverManyCountAtOnceEachEntryIsCountedOnce() {
        Community community = Community.create();
        String batch = IntStream.range(0, 300)
                .mapToObj(i -> community.purchase("r-" + i, 5))
                .toList()
                .toString();
        community.posts("/v1/records/batch", "application/json", batch).then().statusCode(200);

        Uni.join()
                .all(IntStream.range(0, 8).mapToObj(i -> counts.countLedger()).toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        await(community, figures -> figures.getInt("total.accepted") >= 300);
        counts.countLedger().await().atMost(PATIENCE);

        assertThat(own(community).jsonPath().getInt("total.accepted")).isEqualTo(300);
    }

    @Test
    void whatIsSentAndTakenBackMakesNoFigureBetter() {
        Community community = Community.create();
        for (int i = 0; i < 20; i++) {
            community.send(community.purchase("r-" + i, 5)).then().statusCode(202);
        }
        given().auth()
                .oauth2(Tokens.member(community.member()))
                .contentType("application/json")
                .body("{\"partner\":\"%s\",\"record\":\"r-0\",\"reason\":\"not-mine\"}".formatted(community.partner()))
                .post("/v1/members/" + community.member() + "/disputes")
                .then()
                .statusCode(201);
        for (int i = 0; i < 19; i++) {
            given().auth()
                    .oauth2(Tokens.partner(community.partner()))
                    .delete("/v1/records/r-" + i)
                    .then()
                    .statusCode(200);
        }

        JsonPath own = await(community, figures -> figures.getInt("total.retracted") == 19);

        assertThat(own.getInt("total.accepted")).isEqualTo(20);
        assertThat(own.getInt("total.upheld")).isEqualTo(1);
        for (String when : List.of("total", "period")) {
            assertThat(own.getDouble(when + ".upheldLowerBound"))
                    .as("%s: one wrong of two that its partner did not take back", when)
                    .isEqualTo(WilsonBound.lower(1, 2), within(1e-6));
        }
    }

    @Test
    void aFigureIsToldWhenItChangesOnceADay() throws Exception {
        Community community = Community.create();
        IntStream.range(0, 10).forEach(i -> take(community, "r-" + i));
        uphold(community, "r-0");
        tell(community, 1);
        long told = versions(community);
        assertThat(told).isEqualTo(1);

        uphold(community, "r-1");
        tell(community, 2);
        assertThat(versions(community)).as("it is told today").isEqualTo(told);
        yesterday(community);
        tell(community, 2);
        yesterday(community);
        tell(community, 2);

        assertThat(versions(community)).as("it changed once").isEqualTo(told + 1);
        PartnerEvent last = EventJson.read(
                Listener.until(Topics.PARTNERS, community.partner(), 2).getLast(), PartnerEvent.class);
        assertThat(last.figureVersion()).isEqualTo(2);
        assertThat(last.upheldBasisPoints()).isEqualTo((int) (10_000 * WilsonBound.lower(2, 10)));
    }

    private void tell(Community community, int retracted) {
        await(community, figures -> figures.getInt("total.retracted") == retracted);
        journal.append().await().atMost(PATIENCE);
    }

    private long versions(Community community) {
        return pool.preparedQuery("select count(*) from ingest.partner_journal where partner = $1")
                .execute(Tuple.of(community.partner()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private static void take(Community community, String record) {
        community.send(community.purchase(record, 5)).then().statusCode(202);
    }

    private static void takeBack(Community community, String record) {
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .delete("/v1/records/" + record)
                .then()
                .statusCode(200);
    }

    /** As if what was told had been told a day before. */
    private void yesterday(Community community) {
        pool.preparedQuery("update ingest.partner_journal set at = at - interval '1 day' where partner = $1")
                .execute(Tuple.of(community.partner()))
                .await()
                .atMost(PATIENCE);
    }

    /** The member contests a record, and its partner accepts that. */
    private static void uphold(Community community, String record) {
        given().auth()
                .oauth2(Tokens.member(community.member()))
                .contentType("application/json")
                .body("{\"partner\":\"" + community.partner() + "\",\"record\":\"" + record
                        + "\",\"reason\":\"not-mine\"}")
                .post("/v1/members/" + community.member() + "/disputes")
                .then()
                .statusCode(201);
        takeBack(community, record);
    }

    @Test
    void operatorsSeeAnyPartnerAndPartnersThemselvesAlone() {
        Community community = Community.create();
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .get("/v1/partners/me?days=1")
                .then()
                .statusCode(200)
                .body("total.accepted", equalTo(0))
                .body("from", equalTo(LocalDate.now(ZoneOffset.UTC).toString()));
        operator("/v1/partners/" + community.partner()).then().statusCode(404);
        community.send(community.purchase("r-1", 5)).then().statusCode(202);
        await(community, figures -> figures.getInt("total.accepted") == 1);

        operator("/v1/partners/" + community.partner()).then().statusCode(200).body("period.accepted", equalTo(1));
        String before = community.partner().substring(0, community.partner().length() - 1);
        operator("/v1/partners?after=" + before).then().statusCode(200).body("partner", hasItem(community.partner()));
        assertThat(operator("/v1/partners?after=" + community.partner())
                        .jsonPath()
                        .getList("partner"))
                .doesNotContain(community.partner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=0", "days=367", "days=-1", "days=many", "days=", "month=1"})
    void aPeriodThatIsNoneIsNamed(String query) {
        given().auth()
                .oauth2(Tokens.partner("acme"))
                .get("/v1/partners/me?" + query)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(query.replaceAll("=.*", "")));
    }

    private static Response operator(String path) {
        return given().auth().oauth2(Tokens.operator()).get(path);
    }

    private static Response own(Community community) {
        return given().auth().oauth2(Tokens.partner(community.partner())).get("/v1/partners/me");
    }

    private static JsonPath await(Community community, Predicate<JsonPath> as) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        JsonPath figures = own(community).jsonPath();
        while (!as.test(figures) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            figures = own(community).jsonPath();
        }
        assertThat(as.test(figures)).as(figures.prettify()).isTrue();
        return figures;
    }
}
