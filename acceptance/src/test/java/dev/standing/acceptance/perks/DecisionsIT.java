package dev.standing.acceptance.perks;

import static dev.standing.stack.Service.PRIVILEGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A loan that is denied, from the records to the notice; and what was answered is kept, whatever is killed. */
@ResourceLock(Suites.MORTAL)
class DecisionsIT {
    private static final String BANK = "harbour-bank";

    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);
    private final String member = "decided-" + Long.toString(System.nanoTime(), 36);

    @Test
    void a_denied_loan_says_what_cost_the_points_and_has_a_notice_and_the_member_sees_who_asked() {
        standing.join(member, BANK);
        standing.send(BANK, Behaviour.paid(member, member, "payment.missed", 20, 50_000));
        standing.awaitScored(BANK, member);
        JsonNode score = standing.score(member);
        JsonNode denied =
                Await.until("the bank sees the score", Standing.SOON, () -> loan(2_000_000), answer -> reasons(answer)
                        .equals(reasons(score, "reasons")));
        String id = denied.path("id").asText();

        // Each cause alone would have made the base higher by its points: by that attribute at its most.
        Explanation explanation = standing.explain(member);
        denied.path("principalReasons").forEach(reason -> assertThat(
                        explanation.pointsLost(reason.path("code").asText()))
                .isEqualTo(reason.path("pointsLost").asInt()));
        assertThat(denied.path("distance").path("tier").asText()).isNotEmpty();
        assertThat(denied.toString()).doesNotContain("below-threshold");
        assertThat(partner("/v1/checks/" + id + "/replay").expect(200).body()).isEqualTo(denied.toString());
        assertThat(partner("/v1/checks/" + id + "/notice").expect(200).body())
                .contains(
                        "Harbour Bank",
                        denied.path("principalReasons").path(0).path("text").asText())
                .contains(score.path("base").asText());
        assertThat(standing.as(Who.member(member))
                        .get(PRIVILEGES, "/v1/members/" + member + "/access")
                        .expect(200)
                        .body())
                .contains(id, BANK, "personal-loan");
    }

    @Test
    void every_loan_that_was_answered_is_kept_when_the_service_is_killed() throws InterruptedException {
        List<String> answered = new CopyOnWriteArrayList<>();
        Thread asking = Thread.ofVirtual().start(() -> ask(answered));
        Await.until("loans are answered", Standing.SOON, answered::size, count -> count > 20);

        suite.kill("privileges-service");
        asking.join();
        suite.awaitReady();

        answered.forEach(id -> standing.getOnceThere(Who.partner(BANK), PRIVILEGES, "/v1/checks/" + id)
                .expect(200));
    }

    /** One after the other, until nobody answers. */
    private void ask(List<String> answered) {
        try {
            while (true) {
                answered.add(loan(100).path("id").asText());
            }
        } catch (RuntimeException | AssertionError e) {
            // Killed.
        }
    }

    private JsonNode loan(long amountMinor) {
        return standing.check(
                BANK, member, "personal-loan", Map.of("amountMinor", amountMinor, "currency", "USD", "termMonths", 12));
    }

    private static List<String> reasons(JsonNode answer) {
        return reasons(answer, "principalReasons");
    }

    private static List<String> reasons(JsonNode answer, String field) {
        List<String> codes = new ArrayList<>();
        answer.path(field)
                .forEach(reason -> codes.add(
                        reason.path("code").asText() + reason.path("pointsLost").asInt()));
        return codes;
    }

    private Answer partner(String path) {
        return standing.as(Who.partner(BANK)).get(PRIVILEGES, path);
    }
}
