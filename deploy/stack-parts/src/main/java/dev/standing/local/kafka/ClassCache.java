package dev.standing.local.kafka;

import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Packaging;
import dev.standing.local.process.Ports;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the JVM writes down of the classes that a broker loads. A start that reads it needs about half the processor time; one
 * that does not fit the jars any more is noticed by the JVM and left aside.
 */
public final class ClassCache {

    /** Writing it takes seconds, on a busy machine many. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ClassCache() {}

    /** Makes it, unless it is there already, or another process is at it, or this build has no jar to make it of. */
    public static void ensure() throws IOException {
        if (!Packaging.isPacked() || Files.exists(file())) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        Packaging.unpacked("kafka.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !Files.exists(file())) {
                make();
            }
        }
    }

    /** Makes it, in the place of one that is there: starts a broker once in a folder that goes away again. */
    public static void make() throws IOException {
        Path scratch = Files.createTempDirectory("standing-rehearsal-");
        Guard guard = Guard.startAndDelete(Duration.ofSeconds(1), scratch);
        List<Integer> ports = Ports.free(2);
        Kafka kafka = new Kafka(new Kafka.Settings(
                scratch.resolve("kafka"),
                ports.get(0),
                ports.get(1),
                Map.of("rehearsal", 1),
                scratch.resolve("kafka.log")));
        // Written elsewhere first: nobody should start from half of it.
        Files.deleteIfExists(file());
        Path unfinished = file().resolveSibling("kafka.aot.unfinished");
        ChildProcess broker = kafka.start(guard, "-XX:AOTCacheOutput=" + unfinished);
        kafka.awaitReady(broker, PATIENCE);
        broker.requestStop();
        broker.awaitStop(PATIENCE);
        Files.move(unfinished, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Flags for a broker that makes use of it, if it is there. */
    static List<String> flags() {
        return Files.exists(file()) ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    private static Path file() {
        return Packaging.unpacked("kafka.aot");
    }
}
