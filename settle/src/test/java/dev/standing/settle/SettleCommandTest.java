package dev.standing.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.standing.settle.SettleFixture.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettleCommandTest {
    private static final List<String> INPUT = List.of("bases.csv", "policy.yaml", "ties.csv");

    private SettleFixture files;

    SettleCommandTest(@TempDir Path folder) throws IOException {
        files = new SettleFixture(folder);
    }

    @BeforeEach
    void given() throws IOException {
        files.ties("a,b,weight\na,b,1\nb,c,0.5\n").bases("member,base\na,500\nb,700\nc,900\n");
    }

    @Test
    void scoresAreWrittenInTheOrderOfTheBases() throws IOException {
        Run run = files.run();

        // b = 700 + 0.05/10 * 128/255 * 200 = 700.502; a = 500 + 0.05/10 * 200.502 = 501.003
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("3 members, 2 ties").contains("community, version 7");
        assertThat(files.scores).hasContent("member,base,influence,score\na,500,1,501\nb,700,1,701\nc,900,0,900\n");
    }

    @Test
    void preciseScoresAddUp() throws IOException {
        files.run("--precise");

        for (String line : Files.readAllLines(files.scores).subList(1, 4)) {
            String[] fields = line.split(",", -1);
            double base = Double.parseDouble(fields[1]);
            assertThat(base + Double.parseDouble(fields[2])).isEqualTo(Double.parseDouble(fields[3]));
        }
        assertThat(Files.readString(files.scores))
                .contains("a,500.0,1.002")
                .contains("b,700.0,0.50")
                .contains("c,900.0,0.0,");
    }

    @Test
    void headerAndWeightMayBeLeftOut() throws IOException {
        files.ties("a,b\n\nb,c,\n").bases("a,500\nb,700\n\nc,900\n");

        assertThat(files.run().exitCode()).isZero();
        assertThat(files.scores).hasContent("member,base,influence,score\na,500,1,501\nb,700,1,701\nc,900,0,900\n");
    }

    @Test
    void aHeadingThatWasGuessedIsSaidAndMayBeDenied() throws IOException {
        files.ties("from,to\na,b\nb,c\n").bases("a,500\nb,700\nc,900\n");

        SettleFixture.Run guessed = files.run();
        assertThat(guessed.exitCode()).isZero();
        assertThat(guessed.err()).contains("ties.csv line 1", "taken for a heading: from,to", "--no-heading");

        SettleFixture.Run denied = files.run("--no-heading");
        assertThat(denied.exitCode()).isEqualTo(2);
        assertThat(denied.err()).contains("line 1: the first member has no base");
    }

    @Test
    void aHeadingThatSaysWeightIsPassedOverInSilence() throws IOException {
        files.ties("a,b,weight\na,b,1\nb,c,1\n").bases("a,500\nb,700\nc,900\n");

        SettleFixture.Run run = files.run();
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void idsAreStringsOfAnyKind() throws IOException {
        files.bases("\"Doe, J. \"\"Jo\"\"\",500\n007,700\n7,900\nżółw,350\n")
                .ties("007,\"Doe, J. \"\"Jo\"\"\"\nżółw,7\n");

        assertThat(files.run().exitCode()).isZero();
        assertThat(Files.readAllLines(files.scores))
                .containsExactly(
                        "member,base,influence,score",
                        "\"Doe, J. \"\"Jo\"\"\",500,1,501",
                        "007,700,0,700",
                        "7,900,0,900",
                        "żółw,350,3,353");
    }

    @Test
    void outcomeIsAlsoForPrograms() throws IOException {
        Run run = files.run("--json", "--threads", "1", "--eps", "0.5");

        JsonNode outcome = JsonMapper.builder().build().readTree(run.out());
        assertThat(outcome.path("members").asInt()).isEqualTo(3);
        assertThat(outcome.path("ties").asInt()).isEqualTo(2);
        assertThat(outcome.path("threads").asInt()).isEqualTo(1);
        assertThat(outcome.path("sweeps").asInt()).isPositive();
        assertThat(outcome.path("provenErrorPoints").asDouble()).isLessThanOrEqualTo(0.5);
        assertThat(outcome.has("shunning")).isFalse();
    }

    @Test
    void shunningIsReportedBesideTheScores() throws IOException {
        Run run = files.run("--report", "shunning");

        assertThat(run.out())
                .contains("Under this policy, 0 members (0.0 %)")
                .contains("Under plain averages of friends (0.30), 2 members");
        assertThat(Files.readAllLines(files.folder.resolve("scores.shunning.csv")))
                .hasSize(4)
                .startsWith("member,gain,gainUnderAverages")
                .anyMatch(line -> line.startsWith("a,0.0,0.0"))
                .anyMatch(line -> line.startsWith("b,0.0,"));
    }

    @Test
    void allFaultsOfTheTiesAreToldWithTheirLines() throws IOException {
        files.ties("a,b\nb,b\na,x\nx,a\na,c,1.5\na,c,0\na,c,nan\na\na,b,1,2\n");

        Run run = files.run();

        assertRefused(run);
        assertThat(run.err().lines().map(line -> line.substring(line.lastIndexOf("ties.csv"))))
                .containsExactly(
                        "ties.csv, line 2: a tie of a member to themselves; allowed: two different members",
                        "ties.csv, line 3: the second member has no base; allowed: members whom the file of bases names",
                        "ties.csv, line 4: the first member has no base; allowed: members whom the file of bases names",
                        "ties.csv, line 5: weight is 1.5; allowed: above 0 to 1",
                        "ties.csv, line 6: weight is 0.0; allowed: above 0 to 1",
                        "ties.csv, line 7: weight is 'nan'; allowed: a number, as 612.5",
                        "ties.csv, line 8: has 1 fields; allowed: a,b or a,b,weight",
                        "ties.csv, line 9: has 4 fields; allowed: a,b or a,b,weight");
    }

    @Test
    void doubledTieIsToldWithBothLinesWhicheverWayRound() throws IOException {
        files.ties("a,b,weight\na,b\n\nb,c\nb,a,0.5\n");

        Run run = files.run();

        assertRefused(run);
        assertThat(run.err()).contains("ties.csv, line 5: the tie is on line 2 already");
    }

    @Test
    void allFaultsOfTheBasesAreToldWithTheirLines() throws IOException {
        files.bases("member,base\na,349.9\nb,951\nc,12x\n,500\na,500\na,600\nd\n");

        Run run = files.run();

        assertRefused(run);
        assertThat(run.err().lines().map(line -> line.substring(line.lastIndexOf("bases.csv"))))
                .containsExactly(
                        "bases.csv, line 2: base is 349.9 points; allowed: 350 to 950",
                        "bases.csv, line 3: base is 951.0 points; allowed: 350 to 950",
                        "bases.csv, line 4: base is '12x'; allowed: a number, as 612.5",
                        "bases.csv, line 5: member is empty; allowed: any id",
                        "bases.csv, line 7: the member is there twice; allowed: once",
                        "bases.csv, line 8: has 1 fields; allowed: member,base");
    }

    @Test
    void onlyTheFirstFaultsAreTold() throws IOException {
        files.ties("a,a\n".repeat(1000));

        Run run = files.run();

        assertRefused(run);
        assertThat(run.err().lines()).hasSize(21);
    }

    @Test
    void faultOfThePolicyIsToldWithItsLine() throws IOException {
        assertPolicyRefused(SettleFixture.POLICY.replace("0.05", "1.05"), "line 5: boost.share is 1.05");
        assertPolicyRefused(SettleFixture.POLICY.replace("boost-only", "kind"), "line 3: mode is kind");
        assertPolicyRefused(SettleFixture.POLICY.replace("P180D", "P6M"), "line 6: tieMemory is P6M");
        assertPolicyRefused(SettleFixture.POLICY + "karma: 3\n", "line 8 (karma): no such field");
    }

    @Test
    void modeOffIsAWordAndLeavesEveryScoreAtItsBase() throws IOException {
        Run run =
                files.policy(SettleFixture.POLICY.replace("boost-only", "off")).run();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(files.scores)).anyMatch(line -> line.startsWith("a,500"));
    }

    private void assertPolicyRefused(String policy, String fault) throws IOException {
        Run run = files.policy(policy).run();
        assertRefused(run);
        assertThat(run.err()).contains("policy.yaml, " + fault);
    }

    @Test
    void filesOfGraphCollectionsAreRead() throws IOException {
        files.ties("\uFEFF# Undirected graph, each tie once\n# FromNodeId\tToNodeId\r\na\tb\r\nb\tc\r\n")
                .bases("\uFEFFmember,base\r\na,500\r\nb,700\r\nc,900\r\n");

        Run run = files.run();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(files.scores).hasContent("member,base,influence,score\na,500,1,501\nb,700,1,701\nc,900,0,900\n");
    }

    @Test
    void faultsBehindCommentsAreToldWithTheirLines() throws IOException {
        files.ties("% sym unweighted\n% 2 3 3\na b\n");

        Run run = files.run();

        assertRefused(run);
        assertThat(run.err())
                .contains(
                        "ties.csv, line 3: has 1 fields; allowed: a,b or a,b,weight. Maybe other characters are between");
    }

    @Test
    void theProvenErrorKnowsThatWeightsAreRounded() throws IOException {
        files.policy(SettleFixture.POLICY.replace("0.05, capPoints: 30", "0.95, capPoints: 600"))
                .bases("x,350\ny,400\nz,700\nw,950\n")
                .ties("a,b,weight\nx,y,0.55\ny,z,0.05\nx,z,0.35\nz,w,0.15\n");

        JsonNode outcome = JsonMapper.builder()
                .build()
                .readTree(files.run("--json", "--precise").out());

        double furthest = 0;
        double[] exact = exact(0.95 / 10);
        for (int i = 0; i < exact.length; i++) {
            String[] fields = Files.readAllLines(files.scores).get(i + 1).split(",", -1);
            furthest = Math.max(furthest, Math.abs(Double.parseDouble(fields[3]) - exact[i]));
        }
        assertThat(furthest).isBetween(0.03, outcome.path("provenErrorPoints").asDouble());
    }

    /** x, y, z and w with the weights of the file, to a millionth. */
    private static double[] exact(double share) {
        double[] bases = {350, 400, 700, 950};
        double[][] weights = {{0, 0.55, 0.35, 0}, {0.55, 0, 0.05, 0}, {0.35, 0.05, 0, 0.15}, {0, 0, 0.15, 0}};
        double[] scores = bases.clone();
        for (int round = 0; round < 500; round++) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = bases[i];
                for (int j = 0; j < scores.length; j++) {
                    scores[i] += share * weights[i][j] * Math.max(0, scores[j] - bases[i]);
                }
            }
        }
        return scores;
    }

    @Test
    void theSameFilesGiveTheSameScoresWhereFriendsHearInSteps() throws IOException {
        files.policy(SettleFixture.POLICY.replace("Steps: 0", "Steps: 50"));
        files.run("--precise", "--threads", "1");
        String first = Files.readString(files.scores);

        files.run("--precise", "--threads", "2", "--eps", "0.5");

        assertThat(Files.readString(files.scores)).isEqualTo(first).contains("c,900.0,0.0,900.0");
    }

    @Test
    void fileThatIsNotThereAndOptionsOutOfRangeAreRefused() {
        Path gone = files.folder.resolve("gone.csv");

        assertThat(files.run(gone, files.folder.resolve("bases.csv")).err()).contains("gone.csv is not there");
        assertRefused(files.run(gone, files.folder.resolve("bases.csv")));
        assertRefused(files.run("--threads", "0"));
        assertRefused(files.run("--eps", "0"));
        assertRefused(files.run("--report", "nothing"));
        assertRefused(files.run("--out", gone.resolve("x.csv").toString()));
    }

    @Test
    void anEarlierResultSurvivesARefusal() throws IOException {
        Files.writeString(files.scores, "earlier");
        files.ties("a,a\n");

        assertThat(files.run().exitCode()).isEqualTo(2);
        assertThat(files.scores).hasContent("earlier");
    }

    private void assertRefused(Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty();
        assertThat(files.folder.toFile().list()).containsExactlyInAnyOrderElementsOf(INPUT);
    }
}
