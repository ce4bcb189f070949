package dev.standing.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.contracts.policy.PolicyText;
import dev.standing.database.Edition;
import dev.standing.influence.policy.Mode;
import dev.standing.scoring.setup.ScoringConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {
    private static ScoringConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ScoringConfig.class)
                .withDefaultValue("standing.scoring.steps-key", "0123456789abcdef0123456789abcdef")
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ScoringConfig.class);
    }

    private static String changed(Path folder, String resource, String from, String to) throws IOException {
        String text = PolicyText.read("standing.scoring.scorecards", resource);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("policy.yaml"), text.replaceFirst(from, to))
                .toString();
    }

    @Test
    void communityIsInForceAndLiftsOnlyFromThreeTiesOn() {
        Policies policies = new Policies(config(Map.of()));

        assertThat(policies.scorecard().id()).isEqualTo("community/1");
        assertThat(policies.influence().mode()).isEqualTo(Mode.BOOST_ONLY);
        assertThat(policies.influence().minimumTies()).isEqualTo(3);
        assertThat(policies.scorecard("community/2")).isNull();
    }

    @Test
    void faultInAFileStopsTheStartWithItsLine(@TempDir Path folder) throws IOException {
        String file = changed(folder, "policies/scorecard-community-1.yaml", "startPoints: 350", "startPoints: 351");

        assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.scorecards", file))))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("line 10 (startPoints)");
    }

    @Test
    void faultInTheInfluencePolicyStopsTheStartWithItsLine(@TempDir Path folder) throws IOException {
        String file = changed(folder, "policies/influence-community-1.yaml", "share: 0.05", "share: 5");

        assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.influence", file))))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("line 6");
    }

    @Test
    void anEditionOfAScorecardIsWhatItSaysAndNotHowItIsLaidOut(@TempDir Path folder) throws IOException {
        String shipped = "policies/scorecard-community-1.yaml";
        List<Edition> editions = new Policies(config(Map.of())).editions().editions();

        assertThat(editions)
                .extracting(Edition::name)
                .containsExactly(
                        "scorecard community/1", "influence policy community/1", "behaviour catalogue behaviour/1");
        assertThat(scorecard(changed(folder, shipped, "version: 1", "version: 1 # checked")))
                .isEqualTo(editions.getFirst().fingerprint());
        assertThat(scorecard(changed(folder, shipped, "fair: 550", "fair: 551")))
                .isNotEqualTo(editions.getFirst().fingerprint());
    }

    private static String scorecard(String file) {
        return new Policies(config(Map.of("standing.scoring.scorecards", file)))
                .editions()
                .editions()
                .getFirst()
                .fingerprint();
    }

    @Test
    void friendsThatCouldBeReadStopTheStart(@TempDir Path folder) throws IOException {
        String file = changed(folder, "policies/influence-community-1.yaml", "InSteps: 50", "InSteps: 0");

        assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.influence", file))))
                .hasMessageContaining("friendsHearInSteps is 0, allowed: 1 to 600");
        assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.steps-key", "easily guessed"))))
                .hasMessageContaining("standing.scoring.steps-key has 14 characters; allowed: 32 or more")
                .hasMessageNotContaining("guessed");
    }

    @Test
    void anErrorThatTheKernelCannotKeepStopsTheStart() {
        for (String error : new String[] {"0", "-1", "101", "NaN"}) {
            assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.influence-error-in-points", error))))
                    .hasMessageStartingWith(
                            "The setting standing.scoring.influence-error-in-points does not do: eps is ");
        }
    }

    @Test
    void scorecardInForceMustBeThere() {
        assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.scorecard", "community/2"))))
                .hasMessageContaining("community/2")
                .hasMessageContaining("allowed: [community/1]");
        assertThatThrownBy(() -> new Policies(config(Map.of("standing.scoring.scorecards", "policies/none.yaml"))))
                .hasMessageContaining("policies/none.yaml");
        assertThatThrownBy(() -> new Policies(config(Map.of(
                        "standing.scoring.scorecards",
                        "policies/scorecard-community-1.yaml,policies/scorecard-community-1.yaml"))))
                .hasMessageContaining("each name and version once");
    }
}
