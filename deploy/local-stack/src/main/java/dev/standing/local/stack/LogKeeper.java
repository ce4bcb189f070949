package dev.standing.local.stack;

import dev.standing.stack.Await;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bounds the logs: a file that grew too large is copied to {@code .1} and cut to nothing in place, which is safe because every
 * process appends. A few lines written between the two may be lost.
 */
final class LogKeeper {

    private static final long LARGEST_BYTES = 16L << 20;
    private static final long PERIOD_MILLIS = 5_000;

    private final Path folder;
    private final long largestBytes;

    LogKeeper(Path folder) {
        this(folder, LARGEST_BYTES);
    }

    LogKeeper(Path folder, long largestBytes) {
        this.folder = folder;
        this.largestBytes = largestBytes;
    }

    void start() {
        Thread.ofPlatform().name("log-keeper").daemon().start(() -> {
            while (true) {
                keep();
                Await.pause(Duration.ofMillis(PERIOD_MILLIS));
            }
        });
    }

    void keep() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            for (Path log : logs) {
                if (Files.size(log) > largestBytes) {
                    Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                            .close();
                }
            }
        } catch (IOException e) {
            // A full disk, most likely: the logs are not what should end the stack over it.
        }
    }
}
