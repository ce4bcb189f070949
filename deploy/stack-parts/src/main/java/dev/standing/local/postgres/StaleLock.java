package dev.standing.local.postgres;

import dev.standing.local.process.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code postmaster.pid} of a server that was killed. PostgreSQL clears it away itself, and must, because it then looks for
 * sessions that still write; all but in three cases, which are put right here: the file was cut off, the id in it now belongs to
 * another program, or the server of an earlier start is still alive because nobody was left to end it.
 */
final class StaleLock {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private StaleLock() {}

    static void clear(Path data) {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            Optional<ProcessHandle> holder = holder(lock);
            if (isCutOff(lock) || holder.filter(process -> !isServer(process)).isPresent()) {
                Files.deleteIfExists(lock);
            } else if (holder.isPresent()) {
                stop(holder.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCutOff(Path lock) throws IOException {
        List<String> lines = Files.readAllLines(lock);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}");
    }

    private static Optional<ProcessHandle> holder(Path lock) throws IOException {
        return isCutOff(lock)
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(lock).getFirst().strip()))
                        .filter(ProcessHandle::isAlive);
    }

    /** The lock lies in our own data folder, so whichever PostgreSQL holds it is ours. */
    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static void stop(ProcessHandle server) {
        Signals.send("INT", server.pid());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.isAlive()) {
            if (System.nanoTime() > deadline) {
                server.destroyForcibly();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
