package dev.standing.acceptance.suite;

import dev.standing.stack.Launch;
import dev.standing.stack.Repository;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The suites that test classes share, each started when first asked for and stopped with the JVM. Test classes run beside each
 * other as far as they do not use the same one, so each class says by a {@code @ResourceLock} which it uses.
 */
public final class Suites {
    /** The lock of {@link #shared()}. */
    public static final String SHARED = "shared suite";
    /** The lock of {@link #mortal()}. */
    public static final String MORTAL = "mortal suite";
    /** The lock of those who {@link #launch} a suite of their own: one of them at a time is enough for the machine. */
    public static final String OWN = "own suite";

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Kept KEPT_SHARED = new Kept("shared");
    private static final Kept KEPT_MORTAL = new Kept("mortal");

    static {
        rehearse();
        Runtime.getRuntime().addShutdownHook(new Thread(Suites::stopAll, "stop-suites"));
    }

    private Suites() {}

    /** The suite for whoever leaves it standing: use members and partners of your own. */
    public static Suite shared() {
        requireLock(CALLERS.getCallerClass(), SHARED);
        return KEPT_SHARED.live();
    }

    /** The suite whose processes may be killed; it is ready when this returns. */
    public static Suite mortal() {
        requireLock(CALLERS.getCallerClass(), MORTAL);
        Suite mortal = KEPT_MORTAL.live();
        mortal.awaitReady();
        return mortal;
    }

    /** A class that forgot its lock would disturb others, and only sometimes. */
    private static void requireLock(Class<?> caller, String lock) {
        if (Stream.of(caller.getAnnotationsByType(ResourceLock.class))
                .noneMatch(locked -> locked.value().equals(lock))) {
            throw new IllegalStateException(caller + " uses the " + lock + " and has no @ResourceLock for it");
        }
    }

    /**
     * A launch in a fresh home below {@code target}, whose path has what paths at a desk have, with the locale of a machine
     * where nobody set one. Its services are compiled quickly, as they will not live long.
     */
    public static Launch launch(String name) {
        requireLock(CALLERS.getCallerClass(), OWN);
        return launchIn(name);
    }

    private static Launch launchIn(String name) {
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

    private static void stopAll() {
        Stream.of(KEPT_SHARED, KEPT_MORTAL).parallel().forEach(Kept::stop);
    }

    /** A suite that is started when first asked for and goes on for the next class. */
    private static final class Kept {
        private final String name;
        private @Nullable Suite suite;
        private @Nullable String failure;

        Kept(String name) {
            this.name = name;
        }

        synchronized Suite live() {
            if (suite != null && suite.isRunning()) {
                return suite;
            }
            if (failure != null) {
                throw new IllegalStateException(
                        "the suite could not be started before, so this is not tried again: " + failure);
            }
            try {
                suite = Suite.start(launchIn(name).with("--no-sample"));
                return suite;
            } catch (RuntimeException e) {
                failure = e.getMessage();
                throw e;
            }
        }

        synchronized void stop() {
            if (suite != null) {
                suite.close();
            }
        }
    }
}
