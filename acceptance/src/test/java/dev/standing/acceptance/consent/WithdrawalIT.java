package dev.standing.acceptance.consent;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.SCORING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.scores.Lives;
import dev.standing.acceptance.scores.Oracle;
import dev.standing.acceptance.suite.Suites;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A member's word decides what counts. */
@ResourceLock(Suites.SHARED)
class WithdrawalIT {
    private final Standing standing = new Standing(Suites.shared());
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "withdraw-" + mark;
    private final String shop = "withdraw-shop-" + mark;
    private final String bank = "withdraw-bank-" + mark;

    @Test
    void a_withdrawn_consent_takes_the_partners_records_to_exactly_zero_and_a_new_one_brings_them_back() {
        long seed = Long.getLong("acceptance.seed", System.nanoTime());
        System.out.println("withdrawal: -Dacceptance.seed=" + seed);
        List<Oracle.Sent> life = new Lives(seed).of(member, List.of(shop, bank), 80, "withdraw-" + mark);
        standing.join(member, shop, bank);
        standing.sendAll(shop, sentBy(shop, life));
        standing.sendAll(bank, sentBy(bank, life));
        Oracle oracle = new Oracle(standing.scorecard());
        awaitPoints(oracle, life, "all records count");

        // When the member withdraws from the shop
        long start = System.nanoTime();
        standing.consent(member, shop, false);

        // Then the score is at once that of the bank's records alone
        List<Oracle.Sent> rest =
                life.stream().filter(sent -> sent.partner().equals(bank)).toList();
        awaitPoints(oracle, rest, "the bank's records alone count");
        System.out.println("withdrawal: counted out after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        // and the shop can send nothing and see nothing
        standing.as(Who.partner(shop))
                .post(INGEST, "/v1/records", Behaviour.paid("late-" + mark, member, "payment.on-time", 1, 100))
                .expect(403);
        standing.as(Who.partner(shop))
                .get(SCORING, "/v1/members/" + member + "/score")
                .expect(404);

        // When all is withdrawn, then nothing counts
        standing.consent(member, bank, false);
        awaitPoints(oracle, List.of(), "nothing counts");

        // When both are granted again, then all is as before
        standing.consent(member, shop, true);
        standing.consent(member, bank, true);
        awaitPoints(oracle, life, "all records count again");
    }

    @Test
    void without_consent_a_record_is_refused_and_not_stored() {
        standing.join(member);

        standing.as(Who.partner(shop))
                .post(INGEST, "/v1/records", Behaviour.paid("none-" + mark, member, "payment.on-time", 1, 100))
                .expect(403);

        assertThat(standing.stateOf(shop, "none-" + mark)).isEqualTo("unknown");
    }

    @Test
    void a_retracted_record_counts_for_nothing_and_cannot_be_sent_again() {
        standing.join(member, shop);
        Behaviour kept = Behaviour.paid("kept-" + mark, member, "payment.on-time", 400, 100);
        Behaviour retracted = Behaviour.paid("back-" + mark, member, "payment.on-time", 1, 100);
        standing.sendAll(shop, List.of(kept, retracted));
        standing.explainOnce(member, "has two payments", seen -> has(seen, 2));

        standing.as(Who.partner(shop))
                .delete(INGEST, "/v1/records/back-" + mark)
                .expect(200);

        Explanation after = standing.explainOnce(member, "has one payment", seen -> has(seen, 1));
        assertThat(after.points())
                .isEqualTo(new Oracle(standing.scorecard()).points(List.of(new Oracle.Sent(shop, kept)), after.day()));
        assertThat(standing.stateOf(shop, "back-" + mark)).isEqualTo("retracted");
        standing.as(Who.partner(shop)).post(INGEST, "/v1/records", retracted).expect(200, 409);
        assertThat(standing.stateOf(shop, "back-" + mark)).isEqualTo("retracted");
    }

    private static boolean has(Explanation explanation, long payments) {
        return Long.valueOf(payments).equals(explanation.value("payments-on-record"));
    }

    private void awaitPoints(Oracle oracle, List<Oracle.Sent> life, String what) {
        standing.explainOnce(member, what, seen -> {
            Map<String, Integer> expected = oracle.points(life, seen.day());
            return seen.points().equals(expected) && seen.base() == oracle.base(life, seen.day());
        });
    }

    private static List<Behaviour> sentBy(String partner, List<Oracle.Sent> life) {
        return life.stream()
                .filter(sent -> sent.partner().equals(partner))
                .map(Oracle.Sent::record)
                .toList();
    }
}
