package dev.standing.benchmarks.services;

import dev.standing.benchmarks.suite.RunningSuite;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./standing run --no-sample}, built and warm: seconds to ready, and where they go. */
@Command(name = "start", description = "./standing run --no-sample, built and warm: seconds to ready")
public final class StartBenchmark implements Runnable {
    @Option(names = "--rounds", defaultValue = "5", description = "starts, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        Path home = Path.of("benchmarks/target/homes/start");
        RunningSuite.start(home, portBase, Map.of()).close();
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            try (RunningSuite suite = RunningSuite.start(home, portBase, Map.of())) {
                seconds[round] = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "start %d: %.1f s; %s%n", round, seconds[round], phases(suite));
            }
        }
        System.out.printf(Locale.ROOT, "median of %d: %.1f s%n", rounds, Rounds.median(seconds));
    }

    /** What each process took of it, from its own start until it first served. */
    private static String phases(RunningSuite suite) {
        StringJoiner phases = new StringJoiner(", ");
        suite.stack()
                .path("processes")
                .properties()
                .forEach(process -> phases.add(process.getKey() + " "
                        + process.getValue().path("readyAfterMillis").asLong() + " ms"));
        return phases.toString();
    }
}
