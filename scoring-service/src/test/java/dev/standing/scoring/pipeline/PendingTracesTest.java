package dev.standing.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.publication.ScoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links of records that came before their consent. */
class PendingTracesTest {
    private static final Map<String, String> NONE = Map.of();

    private final Community community = new Community(
            InfluenceEngine.create(InfluencePolicy.boostOnly(), 0.01, 20_000),
            new Places(new byte[] {1}),
            600,
            new Basis(20_000, "community/1", ""));
    private final PendingTraces pending = new PendingTraces();

    @Test
    void aTraceWaitsForTheFirstScoreAndIsToldOnce() {
        pending.with(Map.of("ada", "t1"), List.of(), community);
        pending.with(Map.of("ada", "t2"), List.of(), community);

        assertThat(pending.with(NONE, List.of(firstScore("bo")), community)).isEmpty();
        ScoreChange first = firstScore("ada");
        assertThat(pending.with(Map.of("ada", "t3"), List.of(first), community)).containsOnlyKeys("ada");
        assertThat(pending.with(NONE, List.of(first), community)).isEmpty();
    }

    @Test
    void allThatWaitedAreTold() {
        pending.with(Map.of("ada", "t1"), List.of(), community);
        pending.with(Map.of("ada", "t2"), List.of(), community);

        assertThat(pending.with(NONE, List.of(firstScore("ada")), community).get("ada"))
                .contains("t1", "t2");
    }

    @Test
    void recordsOfWhoeverHasAScoreDoNotWait() {
        ScoreChange next = firstScore("ada");
        pending.with(Map.of("ada", "t1"), List.of(), community);

        assertThat(pending.with(NONE, List.of(next), community)).isEmpty();
    }

    @Test
    void theLastAreKept() {
        for (int n = 0; n <= PendingTraces.MOST_MEMBERS; n++) {
            pending.with(Map.of("m-" + n, "t"), List.of(), community);
        }

        assertThat(pending.with(NONE, List.of(firstScore("m-0")), community)).isEmpty();
        assertThat(pending.with(NONE, List.of(firstScore("m-1")), community)).containsOnlyKeys("m-1");
        assertThat(pending.with(NONE, List.of(firstScore("m-" + PendingTraces.MOST_MEMBERS)), community))
                .hasSize(1);
    }

    private ScoreChange firstScore(String name) {
        Member member = community.join(name);
        member.becomeKnown();
        return member.publish(600, 0, Cause.CONSENT, Instant.EPOCH);
    }
}
