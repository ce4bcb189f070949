package dev.standing.acceptance.realdata;

import static dev.standing.stack.Service.INGEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.scores.Oracle;
import dev.standing.acceptance.suite.Broker;
import dev.standing.acceptance.suite.Suites;
import dev.standing.contracts.event.Topics;
import dev.standing.stack.Repository;
import dev.standing.stack.http.Json;
import dev.standing.stack.http.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * All purchases of a music shop's customers and the friendships of a music service's users. Customer k is paired with user
 * k - 1: a made-up pairing of real data, good for load and for checks.
 */
@ResourceLock(Suites.SHARED)
class RealDataIT {
    private static final int PURCHASES = 69_659;
    private static final int CUSTOMERS = 23_570;
    private static final String RECORDS = "standing_ingest_records_total";
    private static final String ACCEPTED = "outcome=\"accepted\"";
    private static final String DUPLICATE = "outcome=\"duplicate\"";
    /** Counted with other tools: the sum of the file's dollars, in cents, and its friendships of users 0 to 23,569. */
    private static final long CENTS = 250_031_563;

    private static final int TIES = 65_475;
    private static final int SAMPLE = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Standing standing = new Standing(Suites.shared());
    private final String shop = "cdnow-" + Long.toString(System.nanoTime(), 36);

    @Test
    void all_purchases_and_friendships_arrive_and_every_total_is_the_files() throws IOException {
        long seed = Long.getLong("acceptance.seed", System.nanoTime());
        System.out.println("real data: -Dacceptance.seed=" + seed);
        Purchases purchases = Purchases.in(Repository.data("cdnow-purchases.txt"));
        List<int[]> ties = ties(Repository.data("deezer-europe-ties.csv"));
        assertThat(purchases.lines()).hasSize(PURCHASES);
        assertThat(ties).hasSize(TIES);
        try (Broker broker = new Broker(standing.suite())) {
            long tiesBefore = broker.sent(Topics.TIES);
            Metrics metrics = new Metrics(standing.suite(), INGEST);
            double acceptedBefore = metrics.sum(RECORDS, ACCEPTED);
            double duplicatesBefore = metrics.sum(RECORDS, DUPLICATE);
            long recordsBefore = broker.sent(Topics.RECORDS);

            // Given the members and their friendships, imported with the evidence of their consent
            timed("members", this::importMembers);
            timed("ties", () -> importTies(ties));

            // When the shop streams all of its purchases in one request, and then all of them once more
            timed("purchases", () -> stream(purchases, "accepted"));
            timed("purchases again", () -> stream(purchases, "duplicate"));

            // Then the counters, the wire and the scores have each of them once
            assertThat(metrics.sum(RECORDS, ACCEPTED) - acceptedBefore).isEqualTo(PURCHASES);
            assertThat(metrics.sum(RECORDS, DUPLICATE) - duplicatesBefore).isEqualTo(PURCHASES);
            timed("scored", () -> {
                broker.awaitRead(Topics.RECORDS, recordsBefore + PURCHASES, PATIENCE);
                broker.awaitRead(Topics.TIES, tiesBefore + ties.size(), PATIENCE);
            });
            assertWireHasTheFilesTotals(broker, purchases);
            assertThat(activeTies(broker)).isEqualTo(ties.size());
            assertScoresOfASample(purchases, new Random(seed));
        }
    }

    private void importMembers() {
        List<String> lines = Stream.iterate(1, customer -> customer + 1)
                .limit(CUSTOMERS)
                .map(customer -> Json.text(Map.of(
                        "member",
                        member(customer),
                        "recordConsents",
                        List.of(shop),
                        "social",
                        true,
                        "evidence",
                        "pairing")))
                .toList();
        sendLines(Who.operator(), "/v1/imports/members", lines, outcome -> !outcome.has("problem"));
    }

    private void importTies(List<int[]> ties) {
        List<String> lines = ties.stream()
                .map(tie -> Json.text(
                        Map.of("a", member(tie[0] + 1), "b", member(tie[1] + 1), "weight", 1.0, "evidence", "pairing")))
                .toList();
        sendLines(Who.operator(), "/v1/imports/ties", lines, outcome -> !outcome.has("problem"));
    }

    private void stream(Purchases purchases, String state) {
        List<String> lines = purchases.lines().stream()
                .map(line -> Json.text(line.as(member(line.customer()))))
                .toList();
        List<JsonNode> outcomes =
                sendLines(Who.partner(shop), "/v1/records/stream", lines, outcome -> outcome.path("state")
                        .asText()
                        .equals(state));
        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(outcomes.get(i).path("id").asText())
                    .isEqualTo(String.valueOf(purchases.lines().get(i).number()));
        }
    }

    private List<JsonNode> sendLines(Who who, String path, List<String> lines, Predicate<JsonNode> good) {
        List<JsonNode> outcomes = new ArrayList<>();
        int status =
                standing.as(who).stream(INGEST, path).send(lines.iterator(), line -> outcomes.add(Json.read(line)));
        assertThat(status).as("%s", outcomes).isEqualTo(200);
        assertThat(outcomes.stream().filter(good.negate()).limit(3)).isEmpty();
        assertThat(outcomes).hasSameSizeAs(lines);
        return outcomes;
    }

    /** Amounts, units and numbers of purchases for each member, as whoever listens to the topic sees them. */
    private void assertWireHasTheFilesTotals(Broker broker, Purchases purchases) {
        Map<String, Totals> expected = new TreeMap<>();
        purchases
                .lines()
                .forEach(line -> expected.merge(
                        member(line.customer()), new Totals(1, line.cents(), line.units()), Totals::plus));
        Map<String, Totals> seen = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        ours(broker, Topics.RECORDS).forEach(event -> {
            // At least once is what the topic promises, so whoever counts has to look at the id.
            if (event.path("partner").asText().equals(shop)
                    && ids.add(event.path("id").asText())) {
                seen.merge(
                        event.path("member").asText(),
                        new Totals(
                                1,
                                event.path("amountMinor").asLong(),
                                event.path("count").asLong()),
                        Totals::plus);
            }
        });
        assertThat(seen).hasSize(CUSTOMERS);
        assertThat(seen).isEqualTo(expected);
        assertThat(seen.values().stream().reduce(Totals::plus)).hasValueSatisfying(total -> {
            assertThat(total.purchases()).isEqualTo(PURCHASES);
            assertThat(total.cents()).isEqualTo(CENTS);
        });
    }

    private record Totals(long purchases, long cents, long units) {
        Totals plus(Totals other) {
            return new Totals(purchases + other.purchases, cents + other.cents, units + other.units);
        }
    }

    /** What a topic says of the members of this test; other tests leave messages there that nobody can read. */
    private Stream<JsonNode> ours(Broker broker, String topic) {
        return broker.read(topic).stream()
                .filter(message -> String.valueOf(message.key()).startsWith(shop))
                .map(message -> Json.read(message.value()));
    }

    private long activeTies(Broker broker) {
        return ours(broker, Topics.TIES)
                .filter(event -> event.path("state").asText().equals("active"))
                .map(event -> event.path("a").asText() + "|" + event.path("b").asText())
                .distinct()
                .count();
    }

    private void assertScoresOfASample(Purchases purchases, Random random) {
        Oracle oracle = new Oracle(standing.scorecard());
        for (int i = 0; i < SAMPLE; i++) {
            int customer = 1 + random.nextInt(CUSTOMERS);
            List<Oracle.Sent> life = purchases.lines().stream()
                    .filter(line -> line.customer() == customer)
                    .map(line -> new Oracle.Sent(shop, line.as(member(customer))))
                    .toList();
            standing.awaitScored(shop, life.getLast().record().id());
            Explanation explanation = standing.explain(member(customer));
            assertThat(explanation.value("days-known"))
                    .as("days since the first purchase of customer %d", customer)
                    .isEqualTo(oracle.value("days-known", life, explanation.day()));
            assertThat(explanation.value("days-since-last-record"))
                    .as("days since the last purchase of customer %d", customer)
                    .isEqualTo(oracle.value("days-since-last-record", life, explanation.day()));
            assertThat(explanation.base()).isEqualTo(oracle.base(life, explanation.day()));
            assertThat(explanation.score()).isEqualTo(explanation.base() + explanation.influence());
        }
    }

    private String member(int customer) {
        return shop + "-" + customer;
    }

    /** Friendships of those users whom a customer is paired with. */
    private static List<int[]> ties(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .map(ends -> new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])})
                    .filter(tie -> tie[0] < CUSTOMERS && tie[1] < CUSTOMERS)
                    .toList();
        }
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.println(
                "real data: " + what + " in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
    }
}
