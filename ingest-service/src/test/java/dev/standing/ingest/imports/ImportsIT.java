package dev.standing.ingest.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportsIT {
    private static final int CROWD = 200;

    @Inject
    Pool pool;

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

    @Test
    void filesThatComeSeveralTimesAtOnceBringEachPermissionOnce() {
        String prefix = Community.named().member();
        String before = members(prefix, "acme");
        String more = members(prefix, "acme\",\"shop");
        post("members", before);

        List<String> outcomes = Stream.concat(
                        Stream.of(more, more, more).map(file -> async(() -> post("members", file))),
                        IntStream.range(0, CROWD / 4)
                                .mapToObj(i -> async(() -> {
                                    new Community(prefix + "-" + i, "acme").withdraw();
                                    return List.<String>of();
                                })))
                .toList()
                .stream()
                .flatMap(answer -> answer.join().stream())
                .toList();

        assertThat(outcomes).hasSize(3 * CROWD).allMatch(outcome -> outcome.matches(".*\"(known|conflict)\".*"));
        // Beside acme and social, shop, but where a member withdrew acme before any of the files came.
        assertThat(numbers("select count(*) from ingest.consent where member like $1", prefix))
                .allMatch(permissions -> permissions >= 2 * CROWD && permissions <= 3 * CROWD);
        assertThat(numbers("""
                        select count(*) from ingest.consent c where member like $1 and version <> all (
                            select count(*) from ingest.consent_journal j where j.member = c.member
                            and j.purpose = c.purpose and j.partner = c.partner
                            having min(version) = 1 and count(distinct version) = count(*))
                        """, prefix)).containsExactly(0L);
    }

    @Test
    void tiesThatComeSeveralTimesAtOnceComeOnceEach() {
        String prefix = Community.named().member();
        post("members", members(prefix, "acme"));
        String ties = IntStream.range(0, CROWD)
                .mapToObj(i -> "{\"a\":\"%s-%d\",\"b\":\"%s-%d\",\"weight\":1,\"evidence\":\"both\"}"
                        .formatted(prefix, i, prefix, (i + 1) % CROWD))
                .collect(Collectors.joining("\n"));

        List<String> outcomes =
                Stream.of(ties, ties, ties, ties).map(file -> async(() -> post("ties", file))).toList().stream()
                        .flatMap(answer -> answer.join().stream())
                        .toList();

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.contains("\"created\""))
                .hasSize(CROWD);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.contains("\"known\""))
                .hasSize(3 * CROWD);
        assertThat(numbers("select count(*) from ingest.tie where a like $1", prefix))
                .containsExactly((long) CROWD);
        assertThat(numbers("select count(*) from ingest.tie_journal where a like $1 and version = 1", prefix))
                .containsExactly((long) CROWD);
    }

    private static String members(String prefix, String partners) {
        return IntStream.range(0, CROWD)
                .mapToObj(
                        i -> "{\"member\":\"%s-%d\",\"recordConsents\":[\"%s\"],\"social\":true,\"evidence\":\"form\"}"
                                .formatted(prefix, i, partners))
                .collect(Collectors.joining("\n"));
    }

    private static CompletableFuture<List<String>> async(Supplier<List<String>> call) {
        return CompletableFuture.supplyAsync(call, command -> Thread.ofVirtual().start(command));
    }

    private List<Long> numbers(String sql, String prefix) {
        List<Long> numbers = new ArrayList<>();
        pool.preparedQuery(sql)
                .execute(Tuple.of(prefix + "-%"))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> numbers.add(row.getLong(0)));
        return numbers;
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
