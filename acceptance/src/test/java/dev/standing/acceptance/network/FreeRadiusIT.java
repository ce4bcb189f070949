package dev.standing.acceptance.network;

import static dev.standing.acceptance.network.FreeRadius.bandwidths;
import static dev.standing.stack.Service.PRIVILEGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Repository;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Debian's FreeRADIUS asks by rlm_rest, hears of changes by CoA, and refuses nobody while nobody answers. */
@ResourceLock(Suites.OWN)
class FreeRadiusIT {
    private static final String NETWORK = "city-fibre";
    private static final String MEMBER = "line-1";
    private static final List<String> BASELINE =
            List.of("WISPr-Bandwidth-Max-Down = 50000000", "WISPr-Bandwidth-Max-Up = 10000000");

    @Test
    void a_member_gets_their_line_and_a_running_session_the_next_and_an_outage_rejects_nobody(@TempDir Path folder)
            throws IOException {
        assumeTrue(
                FreeRadius.isHere() || System.getenv("CI") != null,
                "freeradius is not here (Debian: apt-get install freeradius freeradius-rest freeradius-utils): no network asks");
        FreeRadius.Ports ports = FreeRadius.Ports.free();
        Map<String, String> environment = Map.of(
                "LC_ALL",
                "C",
                "STANDING_PRIVILEGES_RADIUS_NETWORK",
                network(folder, ports.changes()).toString());
        try (Suite suite =
                Suite.start(Suites.launch("network").with("--no-sample").where(environment))) {
            Standing standing = new Standing(suite);
            String token = standing.tokens().of(Who.partner(NETWORK));
            String door = suite.url(PRIVILEGES).toString().replaceAll("/$", "");
            try (FreeRadius radius = FreeRadius.start(folder, ports, door, token)) {
                ask(suite, standing, radius);
            }
        }
    }

    private static void ask(Suite suite, Standing standing, FreeRadius radius) {
        standing.join(MEMBER, NETWORK);
        assertThat(radius.authorize("nobody"))
                .contains("Access-Accept")
                .contains(BASELINE.getFirst(), BASELINE.getLast());
        radius.begins("session-1", MEMBER);

        standing.sendAll(
                NETWORK,
                IntStream.range(0, 40)
                        .mapToObj(i -> Behaviour.paid("rent-" + i, MEMBER, "rent.paid", 2 + i * 9, 90_000))
                        .toList());

        String said = Await.until(
                "the member's line is faster", Standing.SOON, () -> radius.authorize(MEMBER), answer -> !bandwidths(
                                answer)
                        .equals(BASELINE));
        assertThat(said).contains("Access-Accept").contains("Class = 0x");
        Metrics metrics = new Metrics(suite, PRIVILEGES);
        Await.until(
                "radiusd acknowledged that the running session is faster",
                Standing.SOON,
                () -> metrics.sum("standing_radius_changes_total", "outcome=\"acknowledged\""),
                told -> told >= 1);

        suite.kill("privileges-service");
        String alone = radius.authorize(MEMBER);
        assertThat(alone).contains("Access-Accept").doesNotContain("Access-Reject");
        assertThat(bandwidths(alone)).isIn(BASELINE, bandwidths(said));
        suite.awaitReady();
        Await.until(
                "the member's line is as before",
                Standing.SOON,
                () -> bandwidths(radius.authorize(MEMBER)),
                lines -> lines.equals(bandwidths(said)));
    }

    private static Path network(Path folder, int port) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), FreeRadius.SECRET);
        String shipped = Files.readString(
                Repository.root().resolve("privileges-service/src/main/resources/policies/network.yaml"));
        return Files.writeString(
                folder.resolve("network.yaml"),
                shipped.replace(
                        "servers: []",
                        "servers: [{partner: " + NETWORK + ", address: 127.0.0.1, port: " + port + ", secretFile: "
                                + secret + "}]"));
    }
}
