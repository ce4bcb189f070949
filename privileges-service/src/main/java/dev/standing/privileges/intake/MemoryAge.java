package dev.standing.privileges.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/**
 * How old what this process answers from is. Kept up to date while it leads, brought up to date once a second while it stands by, and what was
 * known last while PostgreSQL is away; before it was ever filled, every check is answered the baseline, but for credit, which is refused
 * while PostgreSQL is away. Written by the writer's thread.
 */
@Singleton
class MemoryAge {
    private volatile boolean filled;
    private volatile boolean keptUp;
    private volatile long asOfNanos;

    MemoryAge(MeterRegistry registry) {
        Gauge.builder("standing.privileges.memory.age", this, MemoryAge::inSeconds)
                .description(
                        "How long ago what this process answers from was true; 0 while it leads, nothing before it was ever filled")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("standing.privileges.baseline.fallback", this, age -> age.filled ? 0 : 1)
                .description(
                        "1 where memory was never filled, so that every check is answered the baseline, but for credit,"
                                + " refused while PostgreSQL is away")
                .register(registry);
    }

    /** What is stored was read, and whether this process leads and so keeps it up to date from here on. */
    void filled(boolean leads) {
        asOfNanos = System.nanoTime();
        keptUp = leads;
        filled = true;
    }

    /** Nobody here keeps it up to date any more. */
    void ended() {
        if (keptUp) {
            asOfNanos = System.nanoTime();
            keptUp = false;
        }
    }

    private double inSeconds() {
        if (!filled) {
            return Double.NaN;
        }
        return keptUp ? 0 : (System.nanoTime() - asOfNanos) / 1e9;
    }
}
