package dev.standing.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Callers that send slowly, read slowly, or do nothing: they end, and nobody waits for them. All times are shortened, and still
 * long enough for a machine that has much else to do.
 */
@QuarkusTest
@TestProfile(SlowCallersIT.Hasty.class)
class SlowCallersIT {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int MOST_CALLS = 50;
    private static final Duration FIRST_HEAD = Duration.ofSeconds(3);
    private static final Duration BODY = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration STREAM = Duration.ofSeconds(8);
    private static final Duration LEEWAY = Duration.ofSeconds(3);

    private final List<Wire> wires = new ArrayList<>();
    private Community community = Community.named();
    private Community neighbour = Community.named();

    @BeforeEach
    void join() {
        community = Community.create();
        neighbour = Community.create();
    }

    @AfterEach
    void leave() {
        wires.forEach(Wire::close);
    }

    @Test
    void headsThatDoNotComeToTheirEndEndTheirConnections() {
        List<Wire> silent = open(10, "");
        List<Wire> half = open(10, "POST /v1/records HTTP/1.1\r\nHost: x\r\nX-Half: ");
        List<Wire> trickling = open(10, "G");
        long begin = System.nanoTime();
        boolean open = true;
        while (open && System.nanoTime() - begin < IDLE.toNanos()) {
            open = trickling.stream().map(wire -> wire.send("E")).reduce(false, Boolean::logicalOr);
            pause(Duration.ofMillis(100));
        }

        assertThat(open).as("a head that trickles in goes on").isFalse();
        assertThat(silent).allMatch(wire -> wire.endsWithin(LEEWAY));
        assertThat(half).allMatch(wire -> wire.endsWithin(LEEWAY));
    }

    @Test
    void aConnectionThatHasBroughtACallIsKeptForLongerAndNotForEver() {
        Wire wire = open(1, "GET /v1/records/r-0 HTTP/1.1\r\nHost: x\r\n\r\n").getFirst();

        assertThat(wire.receive(FIRST_HEAD.plus(LEEWAY))).contains("401").doesNotEndWith("[end]");
        assertThat(wire.endsWithin(IDLE.plus(LEEWAY))).isTrue();
    }

    @Test
    void bodiesThatDoNotComeToTheirEndAreAnsweredSoAndNobodyWaitsForThem() {
        String half = Wire.head("/v1/records/batch", JSON, community.partner(), "Content-Length: 500000") + "[";
        List<Wire> slow = open(MOST_CALLS, half);

        assertThat(health()).isEqualTo(200);
        assertThat(neighbour.send(neighbour.purchase("r-1", 5)).statusCode()).isEqualTo(202);
        assertThat(slow).allSatisfy(wire -> assertThat(wire.receive(BODY.plus(LEEWAY)))
                .startsWith("HTTP/1.1 408")
                .endsWith("[end]"));
    }

    @Test
    void aCallerHasSoManyCallsOnTheirWayAndItsNeighboursHaveTheirs() {
        String head = Wire.head("/v1/records", JSON, community.partner(), "Transfer-Encoding: chunked");
        // On a slow machine the first of them have ended when the last begin.
        until(() -> {
            open(MOST_CALLS, head);
            return community.send("{}").statusCode() == 429;
        });

        assertThat(community.status("r-1").header("Retry-After")).isEqualTo("1");
        assertThat(neighbour.send(neighbour.purchase("r-1", 5)).statusCode()).isEqualTo(202);

        leave();
        until(() -> community.send(community.purchase("r-1", 5)).statusCode() < 300);
    }

    @Test
    void whatACallerHasInMemoryIsBoundedAndItsNeighboursHaveTheirs() {
        String nearlyWhole = Wire.head("/v1/records/batch", JSON, community.partner(), "Content-Length: 1000001")
                + " ".repeat(1_000_000);
        int bounded = (int) (Runtime.getRuntime().maxMemory() / 32 / 1_000_000);
        List<Wire> slow = open(MOST_CALLS, nearlyWhole);

        assertThat(neighbour.send(neighbour.purchase("r-1", 5)).statusCode()).isEqualTo(202);
        List<String> answers =
                slow.stream().map(wire -> wire.receive(BODY.plus(LEEWAY))).toList();
        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 408") || answer.startsWith("HTTP/1.1 429"));
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 408"))
                .hasSizeBetween(1, bounded);
    }

    @Test
    void streamsThatNobodyReadsEndAndTheirPlacesAreGivenBack() {
        int places = 8;
        String line = "{\"x\":\"" + "y".repeat(10_000) + "\"}\n";
        String chunk = Integer.toHexString(line.length()) + "\r\n" + line + "\r\n";
        open(places, Wire.head("/v1/records/stream", NDJSON, community.partner(), "Transfer-Encoding: chunked"))
                .forEach(wire -> Thread.ofPlatform().daemon().start(() -> sendForEver(wire, chunk)));
        until(() -> stream(community) == 429);

        assertThat(stream(neighbour)).isEqualTo(200);
        until(() -> stream(community) == 200);
    }

    private static void sendForEver(Wire wire, String text) {
        boolean open = true;
        while (open) {
            open = wire.send(text);
        }
    }

    private static int stream(Community community) {
        return community
                .posts("/v1/records/stream", NDJSON, community.purchase("s-1", 5))
                .statusCode();
    }

    private List<Wire> open(int count, String text) {
        List<Wire> opened =
                IntStream.range(0, count).mapToObj(i -> Wire.open(text)).toList();
        wires.addAll(opened);
        return opened;
    }

    private static int health() {
        return given().get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/health/live")
                .statusCode();
    }

    private static void until(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause(Duration.ofMillis(50));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The service's own times and bounds, made small. */
    public static final class Hasty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.idle-timeout", FIRST_HEAD.toString(),
                    "standing.http.idle-timeout", IDLE.toString(),
                    "standing.http.body-deadline", BODY.toString(),
                    "standing.http.calls-per-caller", String.valueOf(MOST_CALLS),
                    "quarkus.http.read-timeout", STREAM.toString());
        }
    }
}
