package dev.standing.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running suite with a home of its own, started by {@code ./standing run} as a user starts it. */
public final class Suite implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration RESTART_PATIENCE = Duration.ofMinutes(3);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);

    private final Path home;
    private final Launcher launcher;
    private final Process process;

    private Suite(Path home, Launcher launcher, Process process) {
        this.home = home;
        this.launcher = launcher;
        this.process = process;
    }

    /** Starts a suite and waits until all of it is ready. */
    public static Suite start(Launch launch) {
        Launcher launcher = new Launcher(launch);
        Suite suite = new Suite(launch.home(), launcher, launcher.run());
        try {
            suite.awaitReady(START_PATIENCE);
        } catch (AssertionError | RuntimeException e) {
            suite.close();
            throw new IllegalStateException("the suite did not start; it said:\n" + suite.said(), e);
        }
        return suite;
    }

    public Path home() {
        return home;
    }

    /** What the launcher says about it now: a restarted process has a new number. */
    public StackFile stack() {
        StackFile stack = StackFile.read(home.resolve(StackFile.NAME));
        if (stack == null) {
            throw new IllegalStateException("there is no " + StackFile.NAME + " in " + home);
        }
        return stack;
    }

    /** The folder with the keys of the issuer. */
    public Path keys() {
        return Path.of(stack().publicKey()).resolveSibling("");
    }

    public URI url(Service service) {
        return stack().url(service.key());
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** All that the launcher printed so far. */
    public String said() {
        try {
            return Files.readString(launcher.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the launcher printed this. */
    public void awaitSaid(String words, Duration patience) {
        Await.until("the launcher says " + words, patience, this::said, said -> said.contains(words));
    }

    /** What another command of the launcher prints about this suite, without the last line break. */
    public String command(String... words) {
        return launcher.printed(List.of(words));
    }

    /** Stops a process in its tracks, by its name in the stack file; it can only be killed or woken up then. */
    public void freeze(String name) {
        signal(name, "STOP");
    }

    /** Lets one that was stopped in its tracks go on as if nothing had been. */
    public void thaw(String name) {
        signal(name, "CONT");
    }

    private void signal(String name, String signal) {
        try {
            long pid = stack().process(name).pid();
            if (new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0) {
                throw new IllegalStateException(name + " with process id " + pid + " did not get SIG" + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9} of a process, by its name in the stack file; returns once that process is gone. */
    public void kill(String name) {
        long pid = stack().process(name).pid();
        ProcessHandle handle = ProcessHandle.of(pid)
                .filter(ProcessHandle::destroyForcibly)
                .orElseThrow(() -> new IllegalStateException(
                        name + " with process id " + pid + " could not be killed: is it running?"));
        Await.until(name + " is gone", KILL_PATIENCE, handle::isAlive, alive -> !alive);
    }

    /** Asks a process to end, by its name in the stack file, as an orchestrator does; returns at once. */
    public void terminate(String name) {
        boolean asked = ProcessHandle.of(stack().process(name).pid())
                .map(ProcessHandle::destroy)
                .orElse(false);
        if (!asked) {
            throw new IllegalStateException(name + " could not be asked to end: is it running?");
        }
    }

    /** Waits until every service says that it is ready. */
    public void awaitReady() {
        awaitReady(RESTART_PATIENCE);
    }

    private void awaitReady(Duration patience) {
        Await.until("all was ready once", patience, this::wasReady, ready -> ready);
        Await.until("every process serves", patience, () -> lives() && stack().allServe(), ready -> ready);
        for (Service service : Service.values()) {
            Readiness readiness = new Readiness(url(service).getPort());
            Await.until(service + " is ready", patience, readiness::isReady, ready -> ready);
        }
    }

    private boolean wasReady() {
        StackFile stack = lives() ? StackFile.read(home.resolve(StackFile.NAME)) : null;
        return stack != null && stack.phase().equals("ready");
    }

    private boolean lives() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the launcher ended:\n" + said());
        }
        return true;
    }

    /** Ends it as Ctrl-C or a SIGTERM does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the suite did not stop within " + STOP_PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
