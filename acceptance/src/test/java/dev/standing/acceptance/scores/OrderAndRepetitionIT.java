package dev.standing.acceptance.scores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The same set of records gives the same base score, in whatever order, however often, across restarts. */
@ResourceLock(Suites.MORTAL)
class OrderAndRepetitionIT {
    private static final int MEMBERS = 24;
    private static final int RECORDS_EACH = 60;
    private static final int MOST_IN_A_BATCH = 200;
    private static final double REPEATED_SHARE = 0.3;
    private static final List<String> PARTNERS = List.of("order-shop", "order-bank", "order-landlord");

    private final Standing standing = new Standing(Suites.mortal());

    @Test
    void records_shuffled_repeated_and_split_over_restarts_score_as_a_plain_reading_of_them_does() {
        long seed = Long.getLong("acceptance.seed", System.nanoTime());
        System.out.println("order and repetition: -Dacceptance.seed=" + seed);
        Random random = new Random(seed);

        // Given two members for each life: what differs between them is the order of arrival alone
        Map<String, List<Oracle.Sent>> lives = new LinkedHashMap<>();
        Lives generator = new Lives(seed);
        for (int i = 0; i < MEMBERS / 2; i++) {
            String member = "order-" + seed + "-" + i;
            List<Oracle.Sent> life = generator.of(member + "-a", PARTNERS, RECORDS_EACH, member);
            lives.put(member + "-a", life);
            lives.put(member + "-b", twin(life, member + "-b"));
        }
        standing.join(List.copyOf(lives.keySet()), PARTNERS.toArray(String[]::new));

        // When all records arrive shuffled, some again and again, while scoring and ingest are killed in between
        List<Oracle.Sent> arrivals = arrivals(lives.values(), random);
        int third = arrivals.size() / 3;
        deliver(arrivals.subList(0, third), random);
        killAndWait("scoring-service");
        deliver(arrivals.subList(third, 2 * third), random);
        killAndWait("ingest-service");
        deliver(arrivals.subList(2 * third, arrivals.size()), random);

        // Then every base score is the oracle's
        Oracle oracle = new Oracle(standing.scorecard());
        awaitAllScored(lives);
        lives.forEach((member, life) -> {
            Explanation explanation = standing.explain(member);
            assertThat(explanation.points())
                    .as("points of %s, seed %d", member, seed)
                    .isEqualTo(oracle.points(life, explanation.day()));
            assertThat(explanation.base())
                    .as("base of %s, seed %d", member, seed)
                    .isEqualTo(oracle.base(life, explanation.day()));
        });
    }

    private static List<Oracle.Sent> twin(List<Oracle.Sent> life, String member) {
        return life.stream()
                .map(sent -> new Oracle.Sent(
                        sent.partner(),
                        sent.record().by(member).as(sent.record().id() + "-twin")))
                .toList();
    }

    private static List<Oracle.Sent> arrivals(Iterable<List<Oracle.Sent>> lives, Random random) {
        List<Oracle.Sent> arrivals = new ArrayList<>();
        lives.forEach(life -> life.forEach(sent -> {
            arrivals.add(sent);
            while (random.nextDouble() < REPEATED_SHARE) {
                arrivals.add(sent);
            }
        }));
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    /** In pieces of random size, each through one of the three doors. */
    private void deliver(List<Oracle.Sent> arrivals, Random random) {
        int from = 0;
        while (from < arrivals.size()) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(MOST_IN_A_BATCH));
            Map<String, List<Object>> byPartner = arrivals.subList(from, to).stream()
                    .collect(Collectors.groupingBy(
                            Oracle.Sent::partner, Collectors.mapping(Oracle.Sent::record, Collectors.toList())));
            boolean asStream = random.nextBoolean();
            byPartner.forEach((partner, records) -> deliver(partner, records, asStream));
            from = to;
        }
    }

    private void deliver(String partner, List<Object> records, boolean asStream) {
        Iterable<JsonNode> outcomes = asStream
                ? standing.as(Who.partner(partner))
                        .postLines(Service.INGEST, "/v1/records/stream", Json.lines(records.toArray()))
                        .expect(200)
                        .lines()
                : standing.as(Who.partner(partner))
                        .post(Service.INGEST, "/v1/records/batch", records)
                        .expect(200)
                        .json();
        int answered = 0;
        for (JsonNode outcome : outcomes) {
            assertThat(outcome.path("state").asText()).as("%s", outcome).isIn("accepted", "duplicate");
            answered++;
        }
        assertThat(answered).isEqualTo(records.size());
    }

    private void killAndWait(String process) {
        standing.suite().kill(process);
        Await.pause(Duration.ofSeconds(1));
        standing.suite().awaitReady();
    }

    private void awaitAllScored(Map<String, List<Oracle.Sent>> lives) {
        lives.values()
                .forEach(life -> life.forEach(sent ->
                        standing.awaitScored(sent.partner(), sent.record().id())));
    }
}
