package dev.standing.settle;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of a small community and the command as it is typed. */
final class SettleFixture {
    static final String POLICY = """
            name: community
            version: 7
            mode: boost-only
            strongestTies: 10
            boost: {share: 0.05, capPoints: 30}
            tieMemory: P180D
            friendsHearInSteps: 0
            """;

    /** What the command said and how it ended. */
    record Run(int exitCode, String out, String err) {}

    final Path folder;
    private final Path ties;
    private final Path bases;
    private final Path policy;
    final Path scores;

    SettleFixture(Path folder) throws IOException {
        this.folder = folder;
        ties = folder.resolve("ties.csv");
        bases = folder.resolve("bases.csv");
        policy = folder.resolve("policy.yaml");
        scores = folder.resolve("scores.csv");
        ties("a,b\n");
        bases("a,500\nb,700\nc,900\n");
        policy(POLICY);
    }

    SettleFixture ties(String content) throws IOException {
        Files.writeString(ties, content);
        return this;
    }

    SettleFixture bases(String content) throws IOException {
        Files.writeString(bases, content);
        return this;
    }

    SettleFixture policy(String content) throws IOException {
        Files.writeString(policy, content);
        return this;
    }

    Run run(String... options) {
        return run(ties, bases, options);
    }

    Run run(Path tiesFile, Path basesFile, String... options) {
        List<String> typed = new ArrayList<>(List.of(tiesFile.toString(), basesFile.toString()));
        typed.addAll(List.of("--policy", policy.toString(), "--out", scores.toString()));
        typed.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Settle.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(typed.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
