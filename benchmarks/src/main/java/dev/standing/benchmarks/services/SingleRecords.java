package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.time.Duration;
import java.util.Map;

/** POST of single records, durable, over 64 connections, by a suite with settings of its own. */
final class SingleRecords {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;
    private static final int ACCEPTED = 202;

    private final String name;
    private final int portBase;
    private final Duration length;

    /** Of the benchmark of that name; what is measured is as long as what warms up before. */
    SingleRecords(String name, int portBase, int seconds) {
        this.name = name;
        this.portBase = portBase;
        this.length = Duration.ofSeconds(seconds);
    }

    /**
     * Starts a suite, warms it up and measures.
     *
     * @param variant tells its home and its records from others
     * @param settings environment variables of the services
     */
    Result measure(String variant, int round, Map<String, String> settings) {
        try (Suite suite = Homes.start(name + "-" + variant, portBase, settings);
                Load load = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, ACCEPTED)) {
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            String run = variant + round + "-" + System.currentTimeMillis();
            load.closed(length, n -> shot(community, token, run + "w", n));
            return load.closed(length, n -> shot(community, token, run, n));
        }
    }

    private static Shot shot(Community community, String token, String run, long n) {
        return Shot.post("/v1/records", token, community.record(run, n));
    }
}
