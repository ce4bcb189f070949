package dev.standing.benchmarks.services;

import dev.standing.stack.Launch;
import dev.standing.stack.Repository;
import dev.standing.stack.Suite;
import java.nio.file.Path;
import java.util.Map;

/** Suites to measure, each with a home of its own that later runs find as this one left it. */
final class Homes {
    private Homes() {}

    static Suite start(String name, int portBase) {
        return start(name, portBase, Map.of());
    }

    /** {@code settings} are environment variables for the services. */
    static Suite start(String name, int portBase, Map<String, String> settings) {
        return Suite.start(launch(name, portBase).with("--no-sample").where(settings));
    }

    /** {@code options} are words for {@code ./standing run}. */
    static Suite startWith(String name, int portBase, String... options) {
        return Suite.start(launch(name, portBase).with(options));
    }

    private static Launch launch(String name, int portBase) {
        Path home = Repository.root().resolve("benchmarks/target/homes").resolve(name);
        return Launch.in(home).on(portBase);
    }
}
