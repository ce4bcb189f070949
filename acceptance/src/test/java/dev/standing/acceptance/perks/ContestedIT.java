package dev.standing.acceptance.perks;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.http.Client;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A record that is wrong: contested, told to its partner, upheld, and gone from the score as if it had never come. */
@ResourceLock(Suites.SHARED)
class ContestedIT {
    private final Standing standing = new Standing(Suites.shared());
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "contests-" + mark;
    private final String landlord = "contested-" + mark;
    private final Client partner = standing.as(Who.partner(landlord));

    @Test
    void what_is_upheld_leaves_the_score_as_a_retraction_does_and_the_perk_is_kept() {
        partner.post(
                        PRIVILEGES,
                        "/v1/webhooks",
                        Map.of(
                                "url",
                                "https://hooks.acme.com/",
                                "types",
                                List.of("record.disputed", "record.corrected")))
                .expect(201);
        standing.join(member, landlord);
        standing.sendAll(
                landlord,
                IntStream.range(0, 40)
                        .mapToObj(i -> Behaviour.paid("rent-" + i + "-" + mark, member, "rent.paid", 2 + i * 9, 90_000))
                        .toList());
        standing.awaitScored(landlord, "rent-39-" + mark);
        int good = score();
        Await.until("the perk", Standing.SOON, this::tier, tier -> !tier.equals("baseline"));
        String held = tier();

        String wrong = "late-" + mark;
        standing.send(landlord, Behaviour.paid(wrong, member, "payment.late", 1, 90_000));
        standing.awaitScored(landlord, wrong);
        assertThat(score()).isLessThan(good);

        JsonNode dispute = standing.as(Who.member(member))
                .post(
                        INGEST,
                        "/v1/members/" + member + "/disputes",
                        Map.of("partner", landlord, "record", wrong, "reason", "not-mine"))
                .expect(201)
                .json();
        awaitTold("record.disputed", wrong);
        assertThat(tier()).isEqualTo(held);
        assertThat(partner.get(INGEST, "/v1/disputes?state=open").expect(200).json())
                .singleElement()
                .isEqualTo(dispute);

        standing.as(Who.operator())
                .post(INGEST, "/v1/disputes/" + dispute.path("id").asText() + "/decision", Map.of("outcome", "upheld"))
                .expect(200);

        Await.until("the score of before", Standing.SOON, this::score, score -> score == good);
        awaitTold("record.corrected", wrong);
        assertThat(standing.stateOf(landlord, wrong)).isEqualTo("retracted");
        assertThat(tier()).isEqualTo(held);
        JsonNode figures = Await.until(
                "the figures",
                Standing.SOON,
                () -> partner.get(INGEST, "/v1/partners/me").expect(200).json().path("total"),
                total -> total.path("retracted").asInt() == 1);
        assertThat(figures.path("accepted").asInt()).isEqualTo(41);
        assertThat(figures.path("contested").asInt()).isEqualTo(1);
        assertThat(figures.path("upheld").asInt()).isEqualTo(1);
        assertThat(figures.path("upheldLowerBound").asDouble()).isBetween(0.004, 0.005);
    }

    private int score() {
        return standing.score(member).path("score").asInt();
    }

    private String tier() {
        return standing.privileges(member)
                .path("privileges")
                .valueStream()
                .filter(each -> each.path("perk").asText().equals("bike-hire"))
                .map(each -> each.path("tier").asText())
                .findFirst()
                .orElse("baseline");
    }

    private void awaitTold(String type, String record) {
        Await.until(
                type,
                Standing.SOON,
                () -> partner.get(PRIVILEGES, "/v1/events?after=0")
                        .expect(200)
                        .json()
                        .path("events")
                        .valueStream()
                        .map(each -> each.path("event"))
                        .filter(event -> event.path("type").asText().equals(type))
                        .map(event -> event.path("data").path("record").asText())
                        .toList(),
                records -> records.equals(List.of(record)));
    }
}
