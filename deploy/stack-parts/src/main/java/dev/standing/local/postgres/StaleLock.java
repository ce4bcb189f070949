package dev.standing.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The {@code postmaster.pid} of a server that was killed. PostgreSQL itself refuses to start where the id in it is in use again
 * by anybody else of this user, so it is removed unless that process is a PostgreSQL of ours.
 */
final class StaleLock {

    private StaleLock() {}

    static void remove(Path data, Path server) {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(lock);
            if (lines.isEmpty() || !isServer(lines.getFirst().strip(), server)) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isServer(String pid, Path server) {
        if (!pid.matches("\\d{1,18}")) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
        return process.filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> Path.of(command).getFileName().equals(server.getFileName()))
                .isPresent();
    }
}
