package dev.standing.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lines for the person, the same lines for the launcher's log, and one moving line while something takes its time. */
final class Terminal {

    private static final int WIDTH = 79;
    private static final long QUIET_MILLIS = 1500;
    private static final long STEP_MILLIS = 250;

    /** The script knows whether somebody watches: {@link System#console()} is about the input too. */
    private final boolean moves = Boolean.getBoolean("standing.terminal");

    private @Nullable Path log;
    private boolean moving;

    boolean moves() {
        return moves;
    }

    synchronized void logTo(Path file) {
        log = file;
    }

    synchronized void say(String line) {
        clearMovingLine();
        System.out.println(line);
        System.out.flush();
        write(line);
    }

    /** A line of a list. */
    void item(String line) {
        say("  " + line);
    }

    /** Does the work, and from the second second on shows what it waits for. */
    void during(String verb, Supplier<List<String>> waitingFor, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        Thread mover = Thread.ofPlatform().daemon().start(() -> move(verb, waitingFor, done));
        try {
            work.run();
        } finally {
            done.set(true);
            mover.interrupt();
            synchronized (this) {
                clearMovingLine();
            }
        }
    }

    private void move(String verb, Supplier<List<String>> waitingFor, AtomicBoolean done) {
        long startedNanos = System.nanoTime();
        try {
            Thread.sleep(QUIET_MILLIS);
            while (!done.get()) {
                String names = String.join(", ", waitingFor.get());
                long seconds = (System.nanoTime() - startedNanos) / 1_000_000_000;
                show("  " + verb + " " + names + " … " + seconds + " s", done);
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show(String line, AtomicBoolean done) {
        if (!moves || done.get()) {
            return;
        }
        clearMovingLine();
        System.out.print(line.length() > WIDTH ? line.substring(0, WIDTH) : line);
        System.out.flush();
        moving = true;
    }

    private void clearMovingLine() {
        if (moving) {
            System.out.print("\r" + " ".repeat(WIDTH) + "\r");
            moving = false;
        }
    }

    private void write(String line) {
        if (log == null) {
            return;
        }
        try {
            Files.writeString(
                    log,
                    LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            // The person has seen it; a full disk is no reason to stop saying things.
        }
    }
}
