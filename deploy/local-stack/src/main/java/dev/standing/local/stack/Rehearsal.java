package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.local.kafka.Kafka;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Packaging;
import dev.standing.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts Kafka once in a scratch folder so that the JVM can write down the classes it loads. A start that reads the cache needs
 * about half the processor time; a cache that does not fit the jars any more is noticed by the JVM and left aside.
 */
public final class Rehearsal {

    /** Writing the cache takes seconds, on a busy machine many. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Rehearsal() {}

    public static void ofKafka() {
        try {
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
            Path unfinished = cache().resolveSibling("kafka.aot.unfinished");
            ChildProcess broker = kafka.start(guard, List.of("-XX:AOTCacheOutput=" + unfinished));
            kafka.awaitReady(broker, PATIENCE);
            broker.requestStop();
            broker.awaitStop(PATIENCE);
            Files.move(unfinished, cache(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure(
                    "Kafka's cache of loaded classes was not made (" + Home.reason(e)
                            + "); starts are slower, no more.",
                    e);
        }
    }

    /** Flags for a broker that makes use of what was learnt, if anything was. */
    static List<String> kafkaFlags() {
        return Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of();
    }

    private static Path cache() {
        return Packaging.unpacked("kafka.aot");
    }
}
