package dev.standing.benchmarks.services;

import com.sun.net.httpserver.HttpServer;
import dev.standing.benchmarks.load.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What tracing costs: POST of single records with one in a hundred traced to a collector, beside the same with tracing off. */
@Command(name = "traces", description = "POST /v1/records with 1 %% traced beside none")
public final class TraceBenchmark implements Runnable {
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
            SingleRecords records = new SingleRecords("traces", portBase, seconds);
            Rounds figures = new Rounds("records/s", rounds);
            for (int round = 0; round < rounds; round++) {
                Result traced = records.measure("traced", round, on);
                Result untraced = records.measure("untraced", round, Map.of());
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
}
