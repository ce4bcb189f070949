package dev.standing.delivery;

import dev.standing.contracts.event.GoldenEvents;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** No service starts that would tell or hear events otherwise than they are on the wire. */
@Singleton
final class WireProof {
    /** Before whatever tells or hears. */
    private static final int FIRST = 0;

    /** @throws IllegalStateException naming the type that is not in order */
    void start(@Observes @Priority(FIRST) StartupEvent event) {
        GoldenEvents.prove();
    }
}
