package dev.standing.influence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluencePolicyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TWO_WAY|0|0.05|30|0.05|30|180|1|strongestTies is 0; allowed: 1 to 1000",
                "TWO_WAY|1001|0.05|30|0.05|30|180|1|strongestTies is 1001; allowed: 1 to 1000",
                "TWO_WAY|10|-0.05|30|0.05|30|180|1|boostShare is -0.05; allowed: 0 to below 1",
                "TWO_WAY|10|5|30|0.05|30|180|1|Maybe a percentage was meant",
                "TWO_WAY|10|NaN|30|0.05|30|180|1|boostShare is NaN; allowed: 0 to below 1",
                "TWO_WAY|10|0.05|601|0.05|30|180|1|boostCapPoints is 601; allowed: 0 to 600",
                "TWO_WAY|10|0.05|30|Infinity|30|180|1|dragShare is Infinity; allowed: 0 to below 1",
                "TWO_WAY|10|0.05|30|0.05|-0.5|180|1|dragCapPoints is -0.5; allowed: 0 to 600",
                "TWO_WAY|10|0.05|30|0.05|NaN|180|1|dragCapPoints is NaN; allowed: 0 to 600",
                "TWO_WAY|10|0.05|30|0.05|30|-1|1|tieMemoryDays is -1; allowed: 0 to 3650",
                "TWO_WAY|10|0.05|30|0.05|30|3651|1|tieMemoryDays is 3651; allowed: 0 to 3650",
                "TWO_WAY|10|0.05|30|0.05|30|180|0|minimumTies is 0; allowed: 1 to 1000",
                "TWO_WAY|10|0.5|30|0.5|30|180|1|boostShare + dragShare is 1.0; allowed: below 1",
                "TWO_WAY|10|0.5|30|0|30|180|1|Maybe the mode boost-only was meant",
                "BOOST_ONLY|10|0.5|30|0.1|0|180|1|Maybe the mode two-way was meant",
                "BOOST_ONLY|10|0.5|30|0|3|180|1|dragCapPoints is 3.0",
            })
    void refusesWhatCannotSettleAndSaysWhatIsAllowed(
            Mode mode, int k, double up, double upCap, double down, double downCap, int days, int least, String says) {
        assertThatThrownBy(() -> new InfluencePolicy(mode, k, up, upCap, down, downCap, days, least, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void acceptsTheEndsOfEveryRange() {
        assertThat(new InfluencePolicy(Mode.TWO_WAY, 1, 0, 0, 0.999, 600, 0, 1, 0).contraction())
                .isEqualTo(0.999);
        assertThat(new InfluencePolicy(Mode.TWO_WAY, 1000, 0.5, 600, 0.25, 0, 3650, 1000, 0).contraction())
                .isEqualTo(0.75);
        assertThat(new InfluencePolicy(Mode.OFF, 1, 0.9, 0, 0, 0, 0, 1, 0).contraction())
                .isZero();
    }

    @Test
    void defaultsAreThoseOfTheCommunity() {
        assertThat(InfluencePolicy.boostOnly().withFriendsHearInSteps(0))
                .isEqualTo(new InfluencePolicy(Mode.BOOST_ONLY, 10, 0.05, 30, 0, 0, 180, 1, 0));
        assertThat(InfluencePolicy.twoWay().withFriendsHearInSteps(0))
                .isEqualTo(new InfluencePolicy(Mode.TWO_WAY, 10, 0.05, 30, 0.05, 30, 180, 1, 0));
        assertThat(InfluencePolicy.off().mode()).isEqualTo(Mode.OFF);
        assertThat(InfluencePolicy.twoWay()
                        .withFriendsHearInSteps(0)
                        .withStrongestTies(3)
                        .withTieMemoryDays(7)
                        .withMinimumTies(2))
                .isEqualTo(new InfluencePolicy(Mode.TWO_WAY, 3, 0.05, 30, 0.05, 30, 7, 2, 0));
    }
}
