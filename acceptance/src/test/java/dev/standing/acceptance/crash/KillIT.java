package dev.standing.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Kills every process in turn while partners send, then audits: each acknowledged record counts exactly once, and one not
 * acknowledged counts as its state says, once or not at all. Longer with {@code -Dacceptance.kill.minutes=N},
 * and beyond half an hour with {@code -Dfailsafe.timeout} in seconds too.
 */
@ResourceLock(Suites.MORTAL)
class KillIT {
    private static final List<String> VICTIMS =
            List.of("ingest-service", "scoring-service", "privileges-service", "kafka", "postgresql");
    private static final List<String> PARTNERS = List.of("kill-shop", "kill-bank", "kill-telecom", "kill-landlord");
    /** The longest; half of it on average. */
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(8);

    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final Duration AFTER_KILLS = Duration.ofSeconds(2);
    private static final int MEMBERS = 20;

    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);

    @Test
    void every_acknowledged_record_counts_exactly_once_whatever_is_killed() {
        long seed = Long.getLong("acceptance.seed", System.nanoTime());
        System.out.println("kills: -Dacceptance.seed=" + seed);
        List<String> members = IntStream.range(0, MEMBERS)
                .mapToObj(i -> "kill-" + seed + "-" + i)
                .toList();
        standing.join(members, PARTNERS.toArray(String[]::new));
        Load load = new Load(standing, members, "kill-" + seed + "-");
        load.start(PARTNERS, seed);
        try {
            killInTurns(Duration.ofMinutes(Long.getLong("acceptance.kill.minutes", 0)), new Random(seed));
        } finally {
            load.stop();
        }

        assertThat(load.surprises())
                .as("answers that no crash explains, seed %d", seed)
                .isEmpty();
        assertThat(load.acknowledged()).as("records acknowledged").hasSizeGreaterThan(100);
        Map<String, Integer> expected = expectedCounts(load);
        System.out.println("kills: " + load.acknowledged().size() + " acknowledged, "
                + load.unanswered().size() + " unanswered, "
                + expected.values().stream().mapToInt(n -> n).sum() + " in the ledger");
        members.forEach(member -> {
            Long count = expected.get(member) == null ? null : Long.valueOf(expected.get(member));
            standing.explainOnce(
                    member,
                    "has " + count + " payments on record, seed " + seed,
                    explanation -> java.util.Objects.equals(explanation.value("payments-on-record"), count));
        });
        // What would come twice comes late: look again once all is quiet.
        Await.pause(Duration.ofSeconds(3));
        members.forEach(member -> {
            Explanation explanation = standing.explain(member);
            assertThat(explanation.value("payments-on-record"))
                    .as("payments of %s, seed %d", member, seed)
                    .isEqualTo(expected.get(member) == null ? null : Long.valueOf(expected.get(member)));
        });
    }

    /**
     * All victims at least once, and on and on until the time is over. Who is killed next does not wait for the others: what
     * starts meets what is gone, and what is half started is killed.
     */
    private void killInTurns(Duration time, Random random) {
        long end = System.nanoTime() + time.toNanos();
        int kills = 0;
        do {
            for (String victim : VICTIMS) {
                Await.pause(Duration.ofMillis(random.nextLong(BETWEEN_KILLS.toMillis())));
                Await.until(
                        victim + " runs",
                        RESTART,
                        () -> suite.stack().process(victim).lives(),
                        lives -> lives);
                suite.kill(victim);
                kills++;
            }
        } while (System.nanoTime() < end);
        long last = System.nanoTime();
        suite.awaitReady();
        System.out.println("kills: " + kills + ", all ready after the last in "
                + Duration.ofNanos(System.nanoTime() - last).toMillis() + " ms");
        Await.pause(AFTER_KILLS);
    }

    /** What was acknowledged, and of the rest what the ledger says that it has. */
    private Map<String, Integer> expectedCounts(Load load) {
        Map<String, String> states = Stream.of(load.acknowledged(), load.unanswered())
                .flatMap(sent -> sent.keySet().parallelStream())
                .collect(Collectors.toConcurrentMap(key -> key, this::state));
        Map<String, Integer> counts = new HashMap<>();
        load.acknowledged().forEach((key, sent) -> {
            assertThat(states.get(key)).as("state of the acknowledged %s", key).isIn("accepted", "scored");
            counts.merge(sent.member(), 1, Integer::sum);
        });
        load.unanswered().forEach((key, sent) -> {
            if (!states.get(key).equals("unknown")) {
                counts.merge(sent.member(), 1, Integer::sum);
            }
        });
        return counts;
    }

    private String state(String key) {
        int slash = key.indexOf('/');
        return standing.stateOf(key.substring(0, slash), key.substring(slash + 1));
    }

    @Test
    void a_record_acknowledged_right_before_postgres_dies_is_scored_after_its_return() {
        String member = "kill-last-" + System.nanoTime();
        standing.join(member, "kill-shop");

        standing.send("kill-shop", Behaviour.paid(member, member, "payment.on-time", 1, 100));
        suite.kill("postgresql");
        Await.pause(Duration.ofMillis(500));
        suite.awaitReady();

        standing.awaitScored("kill-shop", member);
        standing.explainOnce(member, "has one payment", explanation -> Long.valueOf(1)
                .equals(explanation.value("payments-on-record")));
    }
}
