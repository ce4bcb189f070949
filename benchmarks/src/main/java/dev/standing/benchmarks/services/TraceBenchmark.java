package dev.standing.benchmarks.services;

import com.sun.net.httpserver.HttpServer;
import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What tracing costs: POST of single records with one in a hundred traced to a collector, beside the same with tracing off. */
@Command(name = "traces", description = "POST /v1/records with 1 % traced beside none")
public final class TraceBenchmark implements Runnable {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;

    @Option(names = "--rounds", defaultValue = "3", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "length of a round, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        HttpServer collector = collector();
        try {
            Map<String, String> on = Map.of(
                    "QUARKUS_OTEL_SDK_DISABLED", "false",
                    "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                            "http://127.0.0.1:" + collector.getAddress().getPort());
            Rounds figures = new Rounds("records/s", rounds);
            for (int round = 0; round < rounds; round++) {
                Result traced = measure("traced", round, on);
                Result untraced = measure("untraced", round, Map.of());
                System.out.println("1 % traced:  " + traced);
                System.out.println("tracing off: " + untraced);
                figures.add(traced.perSecond(), untraced.perSecond());
            }
            figures.conclude("1 % traced", "tracing off");
        } finally {
            collector.stop(0);
        }
    }

    /** One that takes everything and keeps nothing. */
    private static HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", call -> {
                call.getRequestBody().readAllBytes();
                call.sendResponseHeaders(200, -1);
                call.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result measure(String name, int round, Map<String, String> settings) {
        try (Suite suite = Homes.start("traces-" + name, portBase, settings);
                Load load = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, 202)) {
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            String run = name + round + "-" + System.currentTimeMillis();
            load.closed(Duration.ofSeconds(seconds), n -> shot(community, token, run + "w", n));
            return load.closed(Duration.ofSeconds(seconds), n -> shot(community, token, run, n));
        }
    }

    private static Shot shot(Community community, String token, String run, long n) {
        return Shot.post("/v1/records", token, community.record(run, n));
    }
}
