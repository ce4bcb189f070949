package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks beside a constant GET of the same service, same connections, same kind of token. */
@Command(name = "check", description = "POST /v1/checks with 64 connections, beside GET of a constant")
public final class CheckBenchmark implements Runnable {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;

    @Option(names = "--rounds", defaultValue = "5", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "6", description = "length of a round, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--perk", defaultValue = "bandwidth", description = "the perk asked for, default ${DEFAULT-VALUE}")
    private String perk = "";

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("check", portBase);
                Load load = new Load(suite.url(Service.PRIVILEGES).getPort(), CONNECTIONS, 200)) {
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            community.stream(n -> community.record("check" + System.nanoTime(), n), 2L * MEMBERS, token);
            Duration length = Duration.ofSeconds(seconds);
            load.closed(length, n -> check(token, n));
            load.closed(length, n -> constant(token));
            Rounds figures = new Rounds("requests/s", rounds);
            for (int round = 0; round < rounds; round++) {
                Result constants = load.closed(length, n -> constant(token));
                Result checks = load.closed(length, n -> check(token, n));
                System.out.println("check:    " + checks);
                System.out.println("constant: " + constants);
                figures.add(checks.perSecond(), constants.perSecond());
            }
            figures.conclude("check", "constant GET");
        }
    }

    private Shot check(String token, long n) {
        return Shot.post(
                "/v1/checks",
                token,
                "{\"member\":\"b-%d\",\"perk\":\"%s\",\"context\":{}}".formatted(n * 7919 % MEMBERS, perk));
    }

    private Shot constant(String token) {
        return Shot.get("/v1/perks/" + perk, token);
    }
}
