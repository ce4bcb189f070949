package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClosedFormTest {
    private final InfluenceEngine engine = InfluenceEngine.create(InfluencePolicy.boostOnly(), 0.001, 0);

    @Test
    void twoMembersLowerOneGainsShareOverKOfTheDifference() {
        int low = member(400);
        int high = member(900);
        engine.tie(low, high, 1);

        engine.commit();

        assertThat(engine.score(low)).isCloseTo(402.5, within(0.001));
        assertThat(engine.score(high)).isEqualTo(900);
    }

    private int member(double base) {
        int id = engine.join(base);
        engine.grantConsent(id);
        return id;
    }
}
