package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.PidFile;
import dev.standing.local.home.StackFailure;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.stack.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Keeps one part alive: starts it, waits until it serves, starts it again when it ends, at growing distances. */
final class Supervised {

    enum State {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        STOPPED
    }

    /** What others may know at any moment; {@code pid} is 0 while there is no process. */
    record Snapshot(State state, long pid, @Nullable Instant startedAt, int restarts, long readyAfterMillis) {}

    private static final int ATTEMPTS_BEFORE_FIRST_READY = 3;

    /** What an earlier process held is not free at once: the last writes of a PostgreSQL that was killed outlive it. */
    private static final Duration TRIAL = Duration.ofSeconds(8);

    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final Duration LONG_LIFE = Duration.ofSeconds(30);

    /** Whoever runs and yet does not serve for so long may never serve, and is spoken of. */
    static final Duration TOLD_AFTER = Duration.ofSeconds(25);

    private final Part part;
    private final Home home;
    private final Guard guard;
    private final StackListener listener;
    private final Duration toldAfter;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();

    private volatile Snapshot snapshot = new Snapshot(State.WAITING, 0, null, 0, 0);
    private volatile @Nullable ChildProcess child;
    private volatile boolean stopping;
    private boolean hasServed;
    private long pauseMillis = SHORTEST_PAUSE_MILLIS;

    /** {@code toldAfter}: how long a start may take before the listener hears a line about it. */
    Supervised(Part part, Home home, Guard guard, StackListener listener, Duration toldAfter) {
        this.part = part;
        this.home = home;
        this.guard = guard;
        this.listener = listener;
        this.toldAfter = toldAfter;
    }

    Part part() {
        return part;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Whether the part has served since it was launched. */
    boolean wasReady() {
        return firstReady.isDone() && !firstReady.isCompletedExceptionally();
    }

    /** Why there is no hope left for a part that has never served; it is started again all the same, for what stood in its way may end. */
    Optional<StackFailure> hopeless() {
        return firstReady.isCompletedExceptionally() && firstReady.exceptionNow() instanceof StackFailure failure
                ? Optional.of(failure)
                : Optional.empty();
    }

    /** Runs {@code next} once the part serves; where it never does, whoever waits for all hears of it. */
    void onFirstReady(Runnable next) {
        Thread.ofPlatform().name("after-" + part.name()).daemon().start(() -> {
            try {
                firstReady.join();
                next.run();
            } catch (CompletionException e) {
                // Whoever waits for all of them is told.
            }
        });
    }

    void launch() {
        Thread.ofPlatform().name("supervise-" + part.name()).daemon().start(this::supervise);
    }

    private void supervise() {
        long launchedNanos = System.nanoTime();
        while (!stopping) {
            Instant startedAt = Instant.now();
            String end = liveOnce(startedAt);
            if (stopping) {
                break;
            }
            giveUpIfHopeless(end, Duration.ofNanos(System.nanoTime() - launchedNanos));
            if (Duration.between(startedAt, Instant.now()).compareTo(LONG_LIFE) > 0) {
                pauseMillis = SHORTEST_PAUSE_MILLIS;
            }
            // Of whoever has never served it was said that there is no hope, and that is enough.
            if (hasServed || hopeless().isEmpty()) {
                listener.said(part.name() + " " + end + "; starting it again in " + pauseMillis + " ms (log: "
                        + home.log(part.name()) + ")");
            }
            change(new Snapshot(State.RESTARTING, 0, null, snapshot.restarts() + 1, 0));
            Await.pause(Duration.ofMillis(pauseMillis));
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        }
    }

    /** One life of the process; returns how it ended. */
    private String liveOnce(Instant startedAt) {
        try {
            ChildProcess process = startUnlessStopping();
            if (process == null) {
                return "was stopped";
            }
            int restarts = snapshot.restarts();
            change(new Snapshot(State.STARTING, process.handle().pid(), startedAt, restarts, 0));
            awaitReady(process);
            if (process.isAlive()) {
                long millis = Duration.between(startedAt, Instant.now()).toMillis();
                change(new Snapshot(State.READY, process.handle().pid(), startedAt, restarts, millis));
                hasServed = true;
                firstReady.complete(null);
            }
            return "ended with " + watch(process);
        } catch (StackFailure e) {
            firstReady.completeExceptionally(e);
            return "cannot start: " + e.getMessage();
        } catch (RuntimeException e) {
            killQuietly();
            return "failed: " + e.getMessage();
        }
    }

    /** Until it ends. Whoever has served and ceases to for so long is spoken of, and once it serves again. */
    private int watch(ChildProcess process) {
        long servedAtNanos = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return process.onExit().get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boolean serves = part.serves();
                servedAtNanos = serves ? System.nanoTime() : servedAtNanos;
                boolean silent = System.nanoTime() - servedAtNanos >= toldAfter.toNanos();
                if (silent && !told) {
                    listener.said(part.name() + " has not been ready for " + toldAfter.toSeconds() + " s (log: "
                            + home.log(part.name()) + ")");
                } else if (serves && told) {
                    listener.said(part.name() + " is ready again");
                }
                told = silent;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void awaitReady(ChildProcess process) {
        CompletableFuture<Void> telling = CompletableFuture.runAsync(
                () -> listener.said(part.name() + " is not ready after " + toldAfter.toSeconds() + " s (log: "
                        + home.log(part.name()) + ")"),
                CompletableFuture.delayedExecutor(toldAfter.toMillis(), TimeUnit.MILLISECONDS));
        try {
            part.awaitReady(process);
        } finally {
            telling.cancel(false);
        }
    }

    /** Under the lock of {@link #requestStop}, so that nothing is started once stopping has begun. */
    private synchronized @Nullable ChildProcess startUnlessStopping() {
        if (stopping) {
            return null;
        }
        ChildProcess process = part.start(guard);
        child = process;
        new PidFile(home.run().resolve(part.name() + ".pid")).write(process.handle());
        return process;
    }

    private void giveUpIfHopeless(String end, Duration tried) {
        int attempts = snapshot.restarts() + 1;
        if (attempts >= ATTEMPTS_BEFORE_FIRST_READY && tried.compareTo(TRIAL) >= 0) {
            firstReady.completeExceptionally(new StackFailure(part.name() + " " + end + ", " + attempts
                    + " times. See the end of " + home.log(part.name()) + "."));
        }
    }

    private void killQuietly() {
        ChildProcess process = child;
        if (process != null) {
            process.kill();
        }
    }

    /** Asks the process to end and does not wait. */
    synchronized void requestStop() {
        stopping = true;
        ChildProcess process = child;
        if (process != null) {
            process.requestStop();
        }
    }

    /** Waits for the end that was asked for, then kills. */
    void awaitStop(Duration patience) {
        ChildProcess process = child;
        if (process != null) {
            process.awaitStop(patience);
        }
        new PidFile(home.run().resolve(part.name() + ".pid")).delete();
        change(new Snapshot(State.STOPPED, 0, null, snapshot.restarts(), 0));
    }

    /** Whatever the listener does with it, supervision goes on. */
    private void change(Snapshot next) {
        snapshot = next;
        try {
            listener.changed(part.name(), next);
        } catch (RuntimeException e) {
            listener.said(part.name() + " is " + next.state().name().toLowerCase(Locale.ROOT)
                    + ", which cannot be noted: " + e.getMessage());
        }
    }
}
