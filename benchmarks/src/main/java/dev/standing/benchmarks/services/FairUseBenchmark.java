package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What partners wait for while one calls ten times as often as it may, beside the same partners without that one. */
@Command(
        name = "fair-use",
        description = "p99 of checks while one partner calls at ten times its limit, beside the same without it")
public final class FairUseBenchmark implements Runnable {
    private static final int CONNECTIONS = 16;
    private static final int TIMES = 10;
    private static final int OK = 200;
    private static final int TOO_OFTEN = 429;
    private static final double PERCENTILE = 99;

    @Option(names = "--rounds", defaultValue = "5", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "length of a round, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-seconds",
            defaultValue = "45",
            description = "of both together before anything is measured, default ${DEFAULT-VALUE}")
    private int warmSeconds;

    @Option(
            names = "--limit",
            defaultValue = "100",
            description = "calls a second that it may make, default ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--per-second", defaultValue = "500", description = "calls of the others, default ${DEFAULT-VALUE}")
    private int perSecond;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        Map<String, String> settings = Map.of("STANDING_FAIR_USE_PARTNERS", "busy:writes:" + limit);
        try (Suite suite = Homes.start("fair-use", portBase, settings);
                Load others = new Load(suite.url(Service.PRIVILEGES).getPort(), CONNECTIONS, OK);
                Load busy = new Load(suite.url(Service.PRIVILEGES).getPort(), CONNECTIONS, TOO_OFTEN)) {
            String otherToken = suite.command("token", "partner", "other");
            String busyToken = suite.command("token", "partner", "busy");
            Duration length = Duration.ofSeconds(seconds);
            Caller other = new Caller(others, otherToken, perSecond);
            Caller tooBusy = new Caller(busy, busyToken, limit * TIMES);
            tooBusy.beside(other, Duration.ofSeconds(warmSeconds));
            Rounds figures = new Rounds("µs at p99", rounds);
            for (int round = 0; round < rounds; round++) {
                Result alone = other.call(length);
                Beside beside = tooBusy.beside(other, length);
                System.out.printf(
                        Locale.ROOT,
                        "others alone: %s%nothers beside: %s%nrefused: %s%n",
                        alone,
                        beside.others(),
                        beside.refused());
                figures.add(beside.others().millisAt(PERCENTILE) * 1_000, alone.millisAt(PERCENTILE) * 1_000);
            }
            figures.conclude("beside one at ten times its limit", "alone");
        }
    }

    /** A partner that checks so many times a second. */
    private record Caller(Load load, String token, int perSecond) {
        Result call(Duration length) {
            return load.open(length, perSecond, n -> check(token, n));
        }

        Beside beside(Caller others, Duration length) {
            CompletableFuture<Result> refused = CompletableFuture.supplyAsync(() -> call(length));
            return new Beside(others.call(length), refused.join());
        }
    }

    private record Beside(Result others, Result refused) {}

    private static Shot check(String token, long n) {
        return Shot.post(
                "/v1/checks", token, "{\"member\":\"b-%d\",\"perk\":\"bandwidth\",\"context\":{}}".formatted(n));
    }
}
