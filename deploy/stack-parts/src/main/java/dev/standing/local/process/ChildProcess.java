package dev.standing.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One started child: its output goes to the end of a log file, its end is the guard's business should we go first. */
public final class ChildProcess {

    private final Process process;
    private final String stopSignal;
    private final CompletableFuture<Integer> exit;

    private ChildProcess(Process process, String stopSignal, CompletableFuture<Integer> exit) {
        this.process = process;
        this.stopSignal = stopSignal;
        this.exit = exit;
    }

    /**
     * What to start; secrets belong into the environment.
     *
     * @param stopSignal how it is asked to end, e.g. {@code TERM}
     * @param folder where it is started; null for where we are
     */
    public record Command(
            List<String> words,
            Map<String, String> environment,
            Path log,
            String stopSignal,
            @Nullable Path folder) {
        /** Of one that does not mind where it is started. */
        public Command(List<String> words, Map<String, String> environment, Path log, String stopSignal) {
            this(words, environment, log, stopSignal, null);
        }

        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(new LinkedHashMap<>(environment));
        }
    }

    public static ChildProcess start(Command command, Guard guard) {
        List<String> words = new ArrayList<>(Sessions.prefix());
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        if (command.folder() != null) {
            builder.directory(command.folder().toFile());
        }
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            Process process = builder.start();
            guard.watch(process.pid(), command.stopSignal());
            CompletableFuture<Integer> exit = process.onExit().thenApply(ended -> {
                guard.forget(ended.pid());
                return ended.exitValue();
            });
            return new ChildProcess(process, command.stopSignal(), exit);
        } catch (IOException e) {
            throw new UncheckedIOException(command.words().getFirst() + " cannot be started: " + e.getMessage(), e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code, once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes with the exit code. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /** Asks the process to end in its own way. */
    public void requestStop() {
        if (!process.isAlive()) {
            return;
        }
        if (stopSignal.equals("TERM")) {
            process.destroy();
        } else {
            Signals.send(stopSignal, process.pid());
        }
    }

    /** Waits for the end for as long as {@code patience}, then kills. */
    public void awaitStop(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitStop(Duration.ofSeconds(2));
    }
}
