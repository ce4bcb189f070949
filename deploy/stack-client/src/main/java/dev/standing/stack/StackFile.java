package dev.standing.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code stack.json}: what runs where, for programs. Replaced whole at each change, so a reader never sees half of it. A process
 * has pid 0 while there is none; ask the kernel, not this file, whether the launcher still lives.
 *
 * @param version of this form; 1
 * @param phase {@code starting}, {@code ready} (all were ready once, but for services that could not be started), {@code stopping} or {@code stopped}
 * @param launcher the process to send SIGTERM to
 * @param urls base address of each service
 * @param kafka bootstrap servers
 * @param jdbcUrl the database, for looking at
 * @param publicKey PEM file that tokens are verified with
 * @param issuer of those tokens
 * @param processes by name: the three services, {@code postgresql} and {@code kafka}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StackFile(
        int version,
        String phase,
        Launcher launcher,
        Map<String, String> urls,
        String kafka,
        String jdbcUrl,
        String publicKey,
        String issuer,
        Map<String, Entry> processes) {

    public static final int VERSION = 1;
    public static final String NAME = "stack.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** {@code startedAt} in ISO 8601. */
    public record Launcher(long pid, String startedAt) {}

    /**
     * One process.
     *
     * @param state {@code waiting}, {@code starting}, {@code ready}, {@code restarting} or {@code stopped}
     * @param readyAfterMillis from its start until it first served; 0 before
     * @param restarts how often it was started again
     */
    public record Entry(
            long pid,
            int port,
            String state,
            @Nullable String startedAt,
            long readyAfterMillis,
            int restarts,
            String log) {
        /** Whether there is such a process, whatever this file says of it. */
        public boolean lives() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        }
    }

    public void write(Path file) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.write(unfinished, JSON.writeValueAsBytes(this));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written (" + e.getMessage() + ").", e);
        }
    }

    /** What was last written there, or null. */
    public static @Nullable StackFile read(Path file) {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), StackFile.class) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read (" + e.getMessage() + "): delete it.", e);
        }
    }

    /** The process of that name. */
    public Entry process(String name) {
        return there(processes.get(name), name);
    }

    /** The base address of a service, by its short name: {@code ingest}, {@code scoring}, {@code privileges}. */
    public URI url(String service) {
        return URI.create(there(urls.get(service), service));
    }

    /** Whether each process lives and serves as far as the launcher knows. */
    public boolean allServe() {
        return processes.values().stream().allMatch(each -> each.state().equals("ready") && each.lives());
    }

    private <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("name: there is no " + name + " in " + toJson());
        }
        return value;
    }

    /** As it is once the launcher is gone without having written so. */
    public StackFile asStopped() {
        Map<String, Entry> stopped = new LinkedHashMap<>();
        processes.forEach((name, entry) ->
                stopped.put(name, new Entry(0, entry.port(), "stopped", null, 0, entry.restarts(), entry.log())));
        return new StackFile(version, "stopped", launcher, urls, kafka, jdbcUrl, publicKey, issuer, stopped);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be written (" + e.getMessage() + ").", e);
        }
    }
}
