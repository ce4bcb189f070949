package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.StackFile;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Native executables beside the JVM with its cache of loaded classes: start, memory, and what they serve in the first seconds and
 * after. Both have to be built; {@code ./standing run} and {@code ./standing run --native} do that.
 */
@Command(name = "native", description = "native executables beside the JVM: start, memory, POST of records and checks")
public final class NativeBenchmark implements Runnable {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;

    @Option(names = "--rounds", defaultValue = "2", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "length of each load, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--loads", defaultValue = "3", description = "loads of each kind in turn, default ${DEFAULT-VALUE}")
    private int loads;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        for (int round = 0; round < rounds; round++) {
            measure("jvm", round, "--fresh", "--no-sample");
            measure("native", round, "--fresh", "--no-sample", "--native");
        }
    }

    private void measure(String form, int round, String... options) {
        try (Suite suite = Homes.startWith("native-" + form + round, portBase, options)) {
            for (Service service : Service.values()) {
                StackFile.Entry process = process(suite, service);
                print(
                        form,
                        service + " ready after " + process.readyAfterMillis() + " ms, " + megabytes(process.pid())
                                + " MB");
            }
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            String run = form + round + "-" + System.currentTimeMillis();
            load(suite, form, Service.INGEST, 202, n -> Shot.post("/v1/records", token, community.record(run, n)));
            load(suite, form, Service.PRIVILEGES, 200, n -> check(token, n));
            for (Service service : Service.values()) {
                print(form, service + " " + megabytes(process(suite, service).pid()) + " MB after load");
            }
        }
    }

    /** The same load several times in turn: a JVM is another one after a while. */
    private void load(Suite suite, String form, Service service, int status, LongFunction<Shot> shots) {
        try (Load load = new Load(suite.url(service).getPort(), CONNECTIONS, status)) {
            long[] next = {0};
            for (int i = 0; i < loads; i++) {
                Result result = load.closed(Duration.ofSeconds(seconds), n -> shots.apply(next[0]++));
                print(form, service + ", seconds " + i * seconds + " to " + (i + 1) * seconds + ": " + result);
            }
        }
    }

    private static Shot check(String token, long n) {
        return Shot.post(
                "/v1/checks",
                token,
                "{\"member\":\"b-%d\",\"perk\":\"bandwidth\",\"context\":{}}".formatted(n * 7919 % MEMBERS));
    }

    private static StackFile.Entry process(Suite suite, Service service) {
        return suite.stack().process(service.key() + "-service");
    }

    /** What the process holds of the machine's memory now. */
    private static long megabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String form, String text) {
        System.out.printf(Locale.ROOT, "%-7s %s%n", form, text);
    }
}
