package dev.standing.privileges.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How the intake is doing, for those who ask from outside. Written by its thread. */
@Singleton
class IntakeState {
    /** What the intake is at. */
    enum Phase {
        STARTING,
        STANDING_BY,
        LOADING,
        CATCHING_UP,
        RUNNING,
        RETRYING
    }

    private final AtomicLong lag = new AtomicLong(-1);
    private volatile Phase phase = Phase.STARTING;
    private volatile long lastStepNanos = System.nanoTime();

    void enter(Phase next) {
        phase = next;
        step();
    }

    /** Something was done, if only to look. */
    void step() {
        lastStepNanos = System.nanoTime();
    }

    void lag(long messages) {
        lag.set(messages);
    }

    Phase phase() {
        return phase;
    }

    /** Messages not read yet; -1 where the broker did not answer. */
    long lag() {
        return lag.get();
    }

    Duration sinceLastStep() {
        return Duration.ofNanos(System.nanoTime() - lastStepNanos);
    }
}
