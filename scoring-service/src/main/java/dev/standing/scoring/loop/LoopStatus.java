package dev.standing.scoring.loop;

import dev.standing.scoring.pipeline.Memory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the loop is, for health and metrics. Written by the loop, read by anybody. */
@Singleton
public final class LoopStatus {
    /** What the loop is at. */
    public enum Phase {
        STARTING,
        STANDING_BY,
        LOADING,
        LEADING,
        RECOVERING
    }

    private volatile Phase phase = Phase.STARTING;
    private volatile long aliveAtNanos = System.nanoTime();
    private volatile boolean brokerConnected;
    private final AtomicLong terms = new AtomicLong();
    private volatile @Nullable Memory memory;

    void enter(Phase next) {
        phase = next;
        if (next == Phase.LEADING) {
            terms.incrementAndGet();
        }
        alive();
    }

    void alive() {
        aliveAtNanos = System.nanoTime();
    }

    /** How often this instance began to lead. */
    long terms() {
        return terms.get();
    }

    void brokerConnected(boolean connected) {
        brokerConnected = connected;
    }

    void memory(@Nullable Memory current) {
        memory = current;
    }

    @Nullable
    Memory memory() {
        return memory;
    }

    public Phase phase() {
        return phase;
    }

    public boolean isBrokerConnected() {
        return brokerConnected;
    }

    public boolean isLeading() {
        return phase == Phase.LEADING;
    }

    /** Time since the loop last showed that it moves. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - aliveAtNanos);
    }
}
