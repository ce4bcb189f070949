package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.grants.Privilege.Settled;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrivilegeRowsTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final Perk loan = Objects.requireNonNull(Policies.community().perk("personal-loan"));

    @Test
    void whatIsStoredIsReadAsItWas() {
        long seed = 29;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int history = 0; history < 500; history++) {
            Instant now = START;
            Privilege held = new Settled(0, START, Why.BASELINE);
            for (int step = 0; step < 10; step++) {
                now = now.plus(Duration.ofHours(random.nextInt(200)));
                held = held.at(now).judged(random.nextInt(5), now, loan.grace());
                assertThat(stored(held)).isEqualTo(held);
            }
        }
    }

    @Test
    void aTierThatIsNoMoreIsReadAsTheBaseline() {
        Privilege read = PrivilegeRows.read(loan, "golden", START, "conditions-met", null, "[]");

        assertThat(read.tier()).isZero();
    }

    private Privilege stored(Privilege held) {
        return PrivilegeRows.read(
                loan,
                loan.tier(held.tier()).name(),
                held.since(),
                PrivilegeRows.why(held).code(),
                PrivilegeRows.until(held),
                PrivilegeRows.falls(loan, held));
    }
}
