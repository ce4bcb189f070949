package dev.standing.ingest.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.ingest.Community;
import dev.standing.local.test.StackResource;
import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers stand still, as on a machine that hangs; what is killed answers sooner. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Community community = Community.named();

    @BeforeEach
    void join() {
        community = Community.create();
    }

    @Test
    void withoutTheDatabaseEveryRouteSaysWhenToComeAgainAndTheProcessIsAlive() {
        TestStack.get().whilePostgresHangs(() -> {
            long begin = System.nanoTime();
            List<CompletableFuture<Response>> answers = List.of(
                    later(() -> community.send(community.purchase("r-1", 100))),
                    later(() -> community.status("r-1")),
                    later(this::readTies),
                    later(this::allowSocial),
                    later(() -> given().auth().oauth2(Tokens.operator()).put("/v1/members/" + community.member())));

            assertThat(health("live")).isEqualTo(200);
            assertThat(health("ready")).isEqualTo(503);
            assertThat(metrics()).contains("standing_ready{application=\"ingest-service\"} 0.0");
            for (CompletableFuture<Response> answer : answers) {
                Response response = answer.orTimeout(60, TimeUnit.SECONDS).join();
                assertThat(response.statusCode()).as(response.asString()).isEqualTo(503);
                assertThat(response.header("Retry-After")).isEqualTo("1");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
        });

        assertThat(community.send(community.purchase("r-1", 100)).statusCode()).isIn(200, 202);
        assertThat(health("ready")).isEqualTo(200);
        assertThat(metrics()).contains("standing_ready{application=\"ingest-service\"} 1.0");
    }

    @Test
    void withoutTheBrokerRecordsAreTakenIn() {
        TestStack.get().whileKafkaHangs(() -> {
            assertThat(health("ready")).isEqualTo(200);
            assertThat(community.send(community.purchase("r-2", 100)).statusCode())
                    .isEqualTo(202);
        });
    }

    private Response readTies() {
        return given().auth()
                .oauth2(Tokens.member(community.member()))
                .get("/v1/members/" + community.member() + "/ties");
    }

    private Response allowSocial() {
        return given().auth()
                .oauth2(Tokens.member(community.member()))
                .contentType(ContentType.JSON)
                .body("{\"granted\":true}")
                .put("/v1/members/" + community.member() + "/consents/social");
    }

    private static CompletableFuture<Response> later(Supplier<Response> call) {
        return CompletableFuture.supplyAsync(
                call, command -> Thread.ofPlatform().start(command));
    }

    private static int health(String of) {
        return management("/health/" + of).statusCode();
    }

    private static String metrics() {
        return management("/metrics").asString();
    }

    private static Response management(String path) {
        return given().get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + path);
    }
}
