package dev.standing.privileges.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.memory.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Instant MIDDAY = Instant.parse("2026-11-01T12:00:00Z");
    private static final int MEMBERS = 1_800;

    private final Members members = members();
    private final Sweep sweep = new Sweep();

    private static Members members() {
        Map<String, Member> many = new HashMap<>();
        for (int i = 0; i < MEMBERS; i++) {
            many.put("m" + i, Member.UNKNOWN);
        }
        Members members = new Members();
        members.put(many);
        return members;
    }

    @Test
    void everybodyIsLookedAtOnceADaySomeAtATime() {
        sweep.begin(members, MIDDAY);
        List<String> seen = new ArrayList<>();
        int parts = 0;
        while (!sweep.isOver()) {
            List<String> part = sweep.next();
            assertThat(part).hasSizeLessThanOrEqualTo(MEMBERS / 3);
            seen.addAll(part);
            parts++;
        }
        assertThat(seen).hasSize(MEMBERS).doesNotHaveDuplicates();
        assertThat(parts).isGreaterThan(1);

        sweep.begin(members, MIDDAY.plusSeconds(60));
        assertThat(sweep.isOver()).as("nothing is due").isTrue();

        sweep.begin(members, MIDDAY.plus(Duration.ofDays(1)));
        assertThat(sweep.isOver()).isFalse();
    }

    @Test
    void afterALoadEverybodyIsLookedAtAgain() {
        sweep.begin(members, MIDDAY);
        sweep.next();

        sweep.reset();

        assertThat(sweep.isOver()).isTrue();
        sweep.begin(members, MIDDAY.plusSeconds(1));
        assertThat(sweep.isOver()).isFalse();
    }
}
