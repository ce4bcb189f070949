package dev.standing.benchmarks.services;

import dev.standing.stack.Launch;
import dev.standing.stack.Repository;
import dev.standing.stack.Suite;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Suites to measure, each with a home of its own: what runs before left there would be measured too. */
final class Homes {
    /** What is measured is what services can do, and each by one partner: none is held back. */
    private static final Map<String, String> UNBOUNDED = Map.of(
            "STANDING_FAIR_USE_READS", "1000000",
            "STANDING_FAIR_USE_WRITES", "1000000",
            "STANDING_FAIR_USE_BULKS", "1000000");

    private Homes() {}

    static Suite start(String name, int portBase) {
        return start(name, portBase, Map.of());
    }

    /** {@code settings} are environment variables for the services. */
    static Suite start(String name, int portBase, Map<String, String> settings) {
        return Suite.start(launch(name, portBase).with("--fresh", "--no-sample").where(with(settings)));
    }

    /** {@code options} are words for {@code ./standing run}. */
    static Suite startWith(String name, int portBase, String... options) {
        return Suite.start(launch(name, portBase).with(options).where(UNBOUNDED));
    }

    private static Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(UNBOUNDED);
        all.putAll(settings);
        return all;
    }

    private static Launch launch(String name, int portBase) {
        Path home = Repository.root().resolve("benchmarks/target/homes").resolve(name);
        return Launch.in(home).on(portBase);
    }
}
