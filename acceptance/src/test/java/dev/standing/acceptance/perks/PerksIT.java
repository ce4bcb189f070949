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
import dev.standing.stack.Suite;
import dev.standing.stack.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What members hold, in good days and bad. */
@ResourceLock(Suites.MORTAL)
class PerksIT {
    private static final Duration GRACE = Duration.ofDays(14);
    private static final List<String> PERKS =
            List.of("bandwidth", "bike-hire", "hotel", "car-hire", "fast-track", "personal-loan");

    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "perks-" + mark;
    private final String shop = "perks-shop-" + mark;

    @Test
    void while_scoring_and_privileges_fall_and_rise_every_check_gives_the_last_known_tier_and_never_less() {
        standing.join(member, shop);
        prosper();
        awaitTier("bike-hire", "no-deposit");

        // While scoring is down
        suite.kill("scoring-service");
        for (int i = 0; i < 20; i++) {
            assertThat(tier(member, "bike-hire")).isEqualTo("no-deposit");
            PERKS.forEach(perk -> assertThat(tier("stranger-" + mark, perk)).isEqualTo("baseline"));
        }
        suite.awaitReady();
        assertThat(tier(member, "bike-hire")).isEqualTo("no-deposit");

        // and after privileges itself was down, as soon as it has heard again that the consent still stands
        suite.kill("privileges-service");
        Await.pause(Duration.ofMillis(500));
        suite.awaitReady();
        awaitTier("bike-hire", "no-deposit");
    }

    @Test
    void a_lower_score_takes_no_tier_before_the_end_that_the_member_is_shown() {
        standing.join(member, shop);
        prosper();
        awaitTier("bike-hire", "no-deposit");
        Instant before = Instant.now();

        standing.sendAll(
                shop,
                IntStream.range(0, 20)
                        .mapToObj(i -> Behaviour.paid("missed-" + i, member, "payment.missed", 3 + i, 90_000))
                        .toList());
        standing.explainOnce(member, "fell", seen -> seen.score() < 600);

        JsonNode held = Await.until(
                "the end of the tier is announced",
                Standing.SOON,
                () -> privilege("bike-hire"),
                seen -> seen.hasNonNull("until"));
        assertThat(held.path("tier").asText()).isEqualTo("no-deposit");
        assertThat(Instant.parse(held.path("until").asText()))
                .isBetween(
                        before.plus(GRACE).minusSeconds(60),
                        Instant.now().plus(GRACE).plusSeconds(60));
        assertThat(tier(member, "bike-hire")).isEqualTo("no-deposit");

        // and who recovers in time keeps it
        standing.sendAll(
                shop,
                IntStream.range(0, 60)
                        .mapToObj(i -> Behaviour.paid("again-" + i, member, "loan.repaid", 3 + i, 90_000))
                        .toList());
        IntStream.range(0, 20).forEach(i -> standing.as(Who.partner(shop))
                .delete(INGEST, "/v1/records/missed-" + i)
                .expect(200));
        Await.until(
                "the end is taken back",
                Standing.SOON,
                () -> privilege("bike-hire"),
                seen -> seen.path("tier").asText().equals("no-deposit") && !seen.hasNonNull("until"));
    }

    @Test
    void a_check_without_consent_answers_the_baseline_and_looks_as_that_of_a_stranger() {
        standing.join(member, shop);
        prosper();
        awaitTier("bike-hire", "no-deposit");
        String curious = "perks-curious-" + mark;

        JsonNode ofMember = standing.check(curious, member, "bike-hire", Map.of());
        JsonNode ofNobody = standing.check(curious, "perks-nobody-" + mark, "bike-hire", Map.of());

        assertThat(ofMember.path("tier").asText()).isEqualTo("baseline");
        assertThat(withoutNames(ofMember)).isEqualTo(withoutNames(ofNobody));
    }

    @Test
    void a_loan_is_answered_with_the_most_that_is_allowed_for_its_term() {
        standing.join(member, shop);
        prosper();
        awaitTier("bike-hire", "no-deposit");
        JsonNode little = standing.check(
                shop, member, "personal-loan", Map.of("amountMinor", 10_000, "currency", "USD", "termMonths", 12));
        JsonNode much = standing.check(
                shop,
                member,
                "personal-loan",
                Map.of("amountMinor", 900_000_000L, "currency", "USD", "termMonths", 12));
        assertThat(little.path("allowed").asBoolean()).as("%s", little).isTrue();
        assertThat(much.path("allowed").asBoolean()).as("%s", much).isFalse();
        assertThat(much.toString()).as("the most that would be allowed").containsPattern("[mM]ost|[mM]ax");
    }

    private String withoutNames(JsonNode check) {
        return check.toString().replaceAll("perks-[a-z]*-?" + mark + "|\"id\":\"[0-9a-f-]{36}\"", "WHO");
    }

    private void prosper() {
        standing.sendAll(
                shop,
                IntStream.range(0, 40)
                        .mapToObj(i -> Behaviour.paid("rent-" + i, member, "rent.paid", 2 + i * 9, 90_000))
                        .toList());
    }

    private String tier(String of, String perk) {
        Map<String, Object> context = perk.equals("personal-loan")
                ? Map.of("amountMinor", 100, "currency", "USD", "termMonths", 12)
                : Map.of();
        return standing.check(shop, of, perk, context).path("tier").asText();
    }

    private void awaitTier(String perk, String tier) {
        Await.until(
                member + " has " + perk + " " + tier, Standing.SOON, () -> privilege(perk), seen -> seen.path("tier")
                        .asText()
                        .equals(tier));
    }

    private JsonNode privilege(String perk) {
        Answer answer = standing.as(Who.member(member)).get(PRIVILEGES, "/v1/members/" + member + "/privileges");
        JsonNode all = answer.json();
        for (JsonNode one : all.isArray() ? all : all.path("privileges")) {
            if (one.path("perk").asText().equals(perk)) {
                return one;
            }
        }
        return all;
    }
}
