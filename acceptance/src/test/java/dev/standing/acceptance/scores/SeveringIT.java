package dev.standing.acceptance.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Broker;
import dev.standing.acceptance.suite.Suites;
import dev.standing.contracts.event.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Dropping a friend raises nobody's score. */
@ResourceLock(Suites.SHARED)
class SeveringIT {
    private static final int MEMBERS = 7;
    private static final int MINIMUM_TIES = 3;
    private static final String PARTNER = "severing-bank";

    private final Standing standing = new Standing(Suites.shared());

    @Test
    void severing_any_tie_of_a_group_raises_nobodys_score() {
        long seed = Long.getLong("acceptance.seed", System.nanoTime());
        System.out.println("severing: -Dacceptance.seed=" + seed);
        Random random = new Random(seed);
        try (Broker broker = new Broker(standing.suite())) {
            // Given friends, each with each, of very different base scores
            List<String> members = IntStream.range(0, MEMBERS)
                    .mapToObj(i -> "severing-" + seed + "-" + i)
                    .toList();
            List<int[]> ties = befriend(members, random, broker);
            Map<String, Explanation> before = explain(members);
            assertThat(before.values()).as("somebody is lifted, seed %d", seed).anyMatch(e -> e.influence() > 0);
            assertThat(before.values()).as("boost only, seed %d", seed).allMatch(e -> e.influence() >= 0);

            // When one tie after the other is severed, then no score rises
            java.util.Collections.shuffle(ties, random);
            for (int[] tie : ties) {
                long sent = broker.sent(Topics.TIES);
                standing.sever(members.get(tie[0]), members.get(tie[1]));
                broker.awaitRead(Topics.TIES, sent + 1, Standing.SOON);
                Map<String, Explanation> after = explain(members);
                after.forEach((member, explanation) -> assertThat(explanation.score())
                        .as("score of %s after tie %d-%d was severed, seed %d", member, tie[0], tie[1], seed)
                        .isLessThanOrEqualTo(score(before, member)));
                before.putAll(after);
            }
            assertThat(before.values()).as("nobody is lifted any more").allMatch(e -> e.influence() == 0);
        }
    }

    @Test
    void below_three_ties_and_without_both_consents_friends_add_nothing() {
        String mark = "few-" + Long.toString(System.nanoTime(), 36);
        List<String> members = IntStream.rangeClosed(0, MINIMUM_TIES)
                .mapToObj(i -> mark + "-" + i)
                .toList();
        String poor = members.getFirst();
        List<String> friends = members.subList(1, members.size());
        standing.join(members, PARTNER);
        members.forEach(member -> standing.social(member, true));
        friends.forEach(friend -> prosper(friend, 30));
        standing.explainOnce(poor, "is known", seen -> true);
        friends.forEach(friend -> standing.explainOnce(friend, "stands well", seen -> seen.base() > 550));
        try (Broker broker = new Broker(standing.suite())) {
            long sent = broker.sent(Topics.TIES);
            friends.subList(0, 2).forEach(friend -> standing.befriend(poor, friend, 1.0));
            broker.awaitRead(Topics.TIES, sent + 2, Standing.SOON);
            assertThat(standing.explain(poor).influence()).as("with two ties").isZero();
        }
        standing.befriend(poor, friends.getLast(), 1.0);
        Explanation lifted = standing.explainOnce(poor, "is lifted by three", seen -> seen.influence() > 0);
        assertThat(lifted.score()).isEqualTo(lifted.base() + lifted.influence());

        // When one friend no longer wants to be counted, then two ties are too few
        standing.social(friends.getFirst(), false);
        standing.explainOnce(poor, "is lifted no more", seen -> seen.influence() == 0);
        standing.social(friends.getFirst(), true);
        standing.explainOnce(poor, "is lifted again", seen -> seen.influence() == lifted.influence());
        // and the member's own withdrawal takes all of it
        standing.social(poor, false);
        standing.explainOnce(poor, "stands alone", seen -> seen.influence() == 0);
    }

    private List<int[]> befriend(List<String> members, Random random, Broker broker) {
        standing.join(members, PARTNER);
        members.forEach(member -> standing.social(member, true));
        for (int i = 0; i < MEMBERS; i++) {
            prosper(members.get(i), i * 5);
        }
        long sent = broker.sent(Topics.TIES);
        List<int[]> ties = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            for (int j = i + 1; j < MEMBERS; j++) {
                standing.befriend(members.get(i), members.get(j), 0.25 + 0.75 * random.nextDouble());
                ties.add(new int[] {i, j});
            }
        }
        broker.awaitRead(Topics.TIES, sent + ties.size(), Standing.SOON);
        broker.awaitRead(Topics.RECORDS, 1, Standing.SOON);
        broker.awaitRead(Topics.CONSENTS, 1, Standing.SOON);
        return ties;
    }

    /** So many rents paid, one every ten days. */
    private void prosper(String member, int rents) {
        List<Behaviour> records = IntStream.range(0, rents)
                .mapToObj(i -> Behaviour.paid(member + "-rent-" + i, member, "rent.paid", 1 + i * 10, 90_000))
                .toList();
        standing.sendAll(PARTNER, records);
    }

    private Map<String, Explanation> explain(List<String> members) {
        Map<String, Explanation> explanations = new TreeMap<>();
        members.forEach(member -> explanations.put(member, standing.explainOnce(member, "is known", seen -> true)));
        return explanations;
    }

    private static int score(Map<String, Explanation> explanations, String member) {
        return java.util.Objects.requireNonNull(explanations.get(member), member)
                .score();
    }
}
