package dev.standing.acceptance.crash;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static dev.standing.stack.Service.SCORING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** While the broker says nothing, no partner reads on for longer than is promised. */
@ResourceLock(Suites.MORTAL)
class SilenceIT {
    /** What is promised, and a second for the question and the answer. */
    private static final Duration BOUND = Duration.ofSeconds(10).plusSeconds(1);

    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String leaving = "silence-leaving-" + mark;
    private final String staying = "silence-staying-" + mark;
    private final String shop = "silence-shop-" + mark;

    @AfterEach
    void bringTheBrokerBack() {
        suite.awaitReady();
    }

    @Test
    void a_withdrawal_while_the_broker_is_away_ends_what_the_partner_sees_within_the_bound() {
        for (String member : List.of(leaving, staying)) {
            standing.join(member, shop);
            prosper(member);
        }
        for (String member : List.of(leaving, staying)) {
            Await.until("the shop sees " + member, Standing.SOON, () -> reads(member) && hasTier(member), seen -> seen);
        }

        suite.freeze("kafka");
        standing.consent(leaving, shop, false);
        long withdrawn = System.nanoTime();

        long seenLast = withdrawn;
        while (System.nanoTime() - withdrawn < BOUND.multipliedBy(2).toNanos()) {
            if (reads(leaving) || hasTier(leaving)) {
                seenLast = System.nanoTime();
            }
            assertThat(readsSelf(leaving)).as("the member reads on").isTrue();
            Await.pause(Duration.ofMillis(100));
        }
        Duration after = Duration.ofNanos(seenLast - withdrawn);
        System.out.println("silence: the partner saw the member for " + after.toMillis() + " ms after the withdrawal");
        assertThat(after).isLessThan(BOUND);
        assertThat(hasTier(staying) || reads(staying))
                .as("nobody can tell who has withdrawn")
                .isFalse();

        suite.kill("kafka");
        suite.awaitReady();
        Await.until("the shop sees who stayed", Standing.SOON, () -> reads(staying) && hasTier(staying), seen -> seen);
        assertThat(reads(leaving) || hasTier(leaving)).isFalse();
    }

    @Test
    void a_record_is_scored_only_when_the_consent_that_it_came_under_is_heard() throws Exception {
        String member = "silence-order-" + mark;
        String record = "silence-" + mark;
        try (Held _ = Held.relay(suite, "consent_journal")) {
            standing.join(member, shop);
            standing.send(shop, Behaviour.paid(record, member, "payment.on-time", 1, 100));

            for (int i = 0; i < 30; i++) {
                assertThat(standing.stateOf(shop, record)).isEqualTo("accepted");
                Await.pause(Duration.ofMillis(100));
            }
        }
        standing.awaitScored(shop, record);

        assertThat(standing.explain(member).value("payments-on-record")).isEqualTo(1L);
    }

    private void prosper(String member) {
        standing.sendAll(
                shop,
                IntStream.range(0, 40)
                        .mapToObj(i -> Behaviour.paid(member + i, member, "rent.paid", 2 + i * 9, 90_000))
                        .toList());
    }

    private boolean reads(String member) {
        return standing.as(Who.partner(shop))
                        .get(SCORING, "/v1/members/" + member + "/score")
                        .status()
                == 200;
    }

    private boolean readsSelf(String member) {
        return standing.as(Who.member(member))
                                .get(SCORING, "/v1/members/" + member + "/score")
                                .status()
                        == 200
                && standing.as(Who.member(member))
                                .get(PRIVILEGES, "/v1/members/" + member + "/privileges")
                                .status()
                        == 200
                && standing.as(Who.member(member))
                                .get(INGEST, "/v1/members/" + member + "/consents")
                                .status()
                        == 200;
    }

    private boolean hasTier(String member) {
        return standing.check(shop, member, "bike-hire", Map.of())
                .path("tier")
                .asText()
                .equals("no-deposit");
    }
}
