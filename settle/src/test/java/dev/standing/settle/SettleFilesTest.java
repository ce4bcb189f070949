package dev.standing.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.standing.settle.SettleFixture.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a real graph, and on files larger than it holds at once. */
final class SettleFilesTest {
    private static final int DEEZER_MEMBERS = 28_281;
    private static final int DEEZER_TIES = 92_752;

    private final SettleFixture files;

    SettleFilesTest(@TempDir Path folder) throws IOException {
        files = new SettleFixture(folder);
    }

    @Test
    void realFriendshipsSettleAndNobodyGainsByDroppingAFriendButWouldUnderAverages() throws IOException {
        Path ties = Path.of("../data/deezer-europe-ties.csv");
        Path bases = bases(DEEZER_MEMBERS);

        Run run = files.run(ties, bases, "--json", "--precise", "--report", "shunning");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode outcome = JsonMapper.builder().build().readTree(run.out());
        assertThat(outcome.path("members").asInt()).isEqualTo(DEEZER_MEMBERS);
        assertThat(outcome.path("ties").asInt()).isEqualTo(DEEZER_TIES);
        assertThat(outcome.path("sweeps").asInt()).isLessThanOrEqualTo(3);
        assertThat(outcome.path("provenErrorPoints").asDouble()).isLessThanOrEqualTo(0.01);
        JsonNode shunning = outcome.path("shunning");
        assertThat(shunning.path("policy").path("largestPoints").asDouble()).isLessThanOrEqualTo(0.01);
        assertThat(shunning.path("policy").path("membersGaining").asInt()).isZero();
        assertThat(shunning.path("averages").path("membersGaining").asInt() / (double) DEEZER_MEMBERS)
                .isBetween(0.29, 0.57);
        try (var lines = Files.lines(files.scores)) {
            assertThat(lines.count()).isEqualTo(DEEZER_MEMBERS + 1L);
        }
    }

    @Test
    void hundredThousandsOfLinesAreReadAndTheLastLineIsStillChecked() throws IOException {
        int members = 100_000;
        Path bases = bases(members);
        Path ties = files.folder.resolve("ties.csv");
        try (BufferedWriter out = Files.newBufferedWriter(ties)) {
            for (int i = 0; i < members; i++) {
                for (int d = 1; d <= 5; d++) {
                    out.write(i + "," + (i + d) % members + "\n");
                }
            }
        }

        assertThat(files.run(ties, bases).exitCode()).isZero();

        Files.writeString(ties, Files.readString(ties) + "1,0\n");
        Run refused = files.run(ties, bases);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("line 500001: the tie is on line 1 already");
    }

    private Path bases(int members) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        Path file = files.folder.resolve("bases.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("member,base\n");
            for (int i = 0; i < members; i++) {
                out.write(i + "," + Math.clamp(Math.round(random.nextGaussian(650, 80)), 350, 950) + "\n");
            }
        }
        return file;
    }
}
