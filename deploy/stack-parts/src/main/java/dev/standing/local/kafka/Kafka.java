package dev.standing.local.kafka;

import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Packaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The broker's process, seen from whoever starts it. Knows nothing of Kafka's classes. */
public final class Kafka {

    private final Settings settings;

    /** {@code topics}: name to number of partitions; made where missing. */
    public record Settings(Path data, int port, int controllerPort, Map<String, Integer> topics, Path log) {
        public Settings {
            topics = Map.copyOf(topics);
        }
    }

    public Kafka(Settings settings) {
        this.settings = settings;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public ChildProcess start(Guard guard, String... jvmFlags) {
        Path ready = readyFile();
        try {
            Files.createDirectories(settings.data());
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Kafka cannot make its data folder " + settings.data() + ": " + e.getMessage(), e);
        }
        List<String> words = new ArrayList<>(List.of(Packaging.java()));
        words.addAll(Packaging.smallJvm(256));
        words.addAll(ClassCache.flags());
        words.addAll(List.of(jvmFlags));
        words.addAll(List.of("-cp", Packaging.classPath(), "dev.standing.local.kafka.Broker"));
        words.addAll(List.of(
                settings.data().toString(),
                String.valueOf(settings.port()),
                String.valueOf(settings.controllerPort()),
                ready.toString()));
        settings.topics().forEach((name, partitions) -> words.add(name + ":" + partitions));
        return ChildProcess.start(new ChildProcess.Command(words, Map.of(), settings.log(), "TERM"), guard);
    }

    /** Waits until clients are served and all topics are there. */
    public void awaitReady(ChildProcess process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "Kafka ended with " + process.exitCode() + "; its words are in " + settings.log());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Kafka is not ready after " + patience.toSeconds() + " s; its words are in " + settings.log());
            }
            pause();
        }
    }

    public boolean isReady() {
        return Files.exists(readyFile());
    }

    private Path readyFile() {
        return settings.data().resolve("standing.ready");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", e);
        }
    }
}
