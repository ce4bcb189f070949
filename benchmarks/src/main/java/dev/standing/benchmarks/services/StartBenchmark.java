package dev.standing.benchmarks.services;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.stack.Suite;
import java.util.Locale;
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
        Homes.start("start", portBase).close();
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            try (Suite suite = Homes.startWith("start", portBase, "--no-sample")) {
                seconds[round] = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "start %d: %.1f s; %s%n", round, seconds[round], phases(suite));
            }
        }
        System.out.printf(Locale.ROOT, "median of %d: %.1f s%n", rounds, Figures.median(seconds));
    }

    /** What each process took of it, from its own start until it first served. */
    private static String phases(Suite suite) {
        StringJoiner phases = new StringJoiner(", ");
        suite.stack()
                .processes()
                .forEach((name, process) -> phases.add(name + " " + process.readyAfterMillis() + " ms"));
        return phases.toString();
    }
}
