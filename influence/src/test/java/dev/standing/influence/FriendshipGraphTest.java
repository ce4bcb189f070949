package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.Removal;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.report.ShunningReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Real friendships of a music service (SNAP deezer_europe) with made-up bases. */
class FriendshipGraphTest {
    private static final Path FRIENDSHIPS = Path.of("../data/deezer-europe-ties.csv");
    private static final int MEMBERS = 28_281;
    private static final double ONE_PERCENT_OF_THE_SCALE = 6;

    @Test
    void averagingRewardsAThirdOrMoreForDroppingAFriendAndInfluenceNobody() throws IOException {
        List<Worlds.Tie> ties = ties();
        SplittableRandom random = new SplittableRandom(1);
        double[] bases = new double[MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            bases[i] = Math.clamp(Math.round(650 + 100 * random.nextGaussian()), 350, 950);
        }
        InfluenceEngine engine = Worlds.loaded(InfluencePolicy.boostOnly(), 0.01, bases, ties);
        engine.settle(1, SettleProgress.SILENT);

        ShunningReport averages = engine.shunningReportUnderAverages(0.3, 0.1, 1);
        ShunningReport influence = engine.shunningReport(Removal.FORGOTTEN, 0.01, 1);

        assertThat(averages.membersGaining(ONE_PERCENT_OF_THE_SCALE)).isBetween(MEMBERS / 3, MEMBERS / 2);
        assertThat(influence.largestGainPoints()).isLessThan(1e-8);
    }

    private static List<Worlds.Tie> ties() throws IOException {
        List<Worlds.Tie> ties = new ArrayList<>();
        for (String line : Files.readAllLines(FRIENDSHIPS).subList(1, 92_753)) {
            int comma = line.indexOf(',');
            int a = Integer.parseInt(line, 0, comma, 10);
            ties.add(new Worlds.Tie(a, Integer.parseInt(line, comma + 1, line.length(), 10), 1));
        }
        return ties;
    }
}
