package dev.standing.acceptance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The suites that test classes share, each started when first asked for and stopped with the JVM. */
public final class Suites {
    private static final List<Suite> RUNNING = new ArrayList<>();
    private static @Nullable Suite shared;
    private static @Nullable Suite mortal;
    private static @Nullable String failure;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Suites::stopAll, "stop-suites"));
    }

    private Suites() {}

    /** The suite for whoever leaves it standing: use members and partners of your own. */
    public static synchronized Suite shared() {
        shared = live(shared, () -> Suite.start("shared", "--no-sample"));
        return shared;
    }

    /** The suite whose processes may be killed; it is ready when this returns. */
    public static synchronized Suite mortal() {
        mortal = live(mortal, () -> Suite.start("mortal", "--no-sample"));
        mortal.awaitReady();
        return mortal;
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
