package dev.standing.acceptance.suite;

import dev.standing.stack.Launch;
import dev.standing.stack.Repository;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The suites that test classes share, each started when first asked for and stopped with the JVM. */
public final class Suites {
    private static final List<Suite> RUNNING = new ArrayList<>();
    private static @Nullable Suite shared;
    private static @Nullable Suite mortal;
    private static @Nullable String failure;

    static {
        rehearse();
        Runtime.getRuntime().addShutdownHook(new Thread(Suites::stopAll, "stop-suites"));
    }

    private Suites() {}

    /** The suite for whoever leaves it standing: use members and partners of your own. */
    public static synchronized Suite shared() {
        shared = live(shared, () -> start("shared"));
        return shared;
    }

    /** The suite whose processes may be killed; it is ready when this returns. */
    public static synchronized Suite mortal() {
        mortal = live(mortal, () -> start("mortal"));
        mortal.awaitReady();
        return mortal;
    }

    private static Suite start(String name) {
        return Suite.start(launch(name).with("--no-sample"));
    }

    /**
     * A launch in a fresh home below {@code target}, whose path has what paths at a desk have, with the locale of a machine
     * where nobody set one. Its services are compiled quickly, as they will not live long.
     */
    public static Launch launch(String name) {
        Path home =
                Repository.root().resolve("acceptance/target/suites & ümlauts").resolve(name);
        delete(home);
        return Launch.in(home).where(Map.of("LC_ALL", "C", "STANDING_SHORT_LIVED", "true"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the script does after a build: each of the many starts of Kafka that follow is quicker. */
    private static void rehearse() {
        ProcessBuilder script = new ProcessBuilder("./standing", "rehearse")
                .directory(Repository.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        script.environment().put("STANDING_BUILD", "never");
        try {
            script.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Suite live(@Nullable Suite suite, Supplier<Suite> start) {
        if (suite != null && suite.isRunning()) {
            return suite;
        }
        if (failure != null) {
            throw new IllegalStateException(
                    "a suite could not be started before, so this is not tried again: " + failure);
        }
        try {
            Suite started = start.get();
            RUNNING.add(started);
            return started;
        } catch (RuntimeException e) {
            failure = e.getMessage();
            throw e;
        }
    }

    private static void stopAll() {
        RUNNING.parallelStream().forEach(Suite::close);
    }
}
