package dev.standing.scoring.setup;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The time, for whoever needs it; tests bring their own. */
final class Clocks {
    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
