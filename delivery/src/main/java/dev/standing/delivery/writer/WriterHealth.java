package dev.standing.delivery.writer;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What the platform is told of a writer. */
public final class WriterHealth {
    private WriterHealth() {}

    /**
     * Alive while the writer moves, be it only from one attempt to the next: a restart would bring back neither a database
     * nor a broker.
     *
     * @param stall how long it may be without a sign of life: more than all waiting that one step may do
     */
    public static HealthCheck liveness(Writer writer, Duration stall) {
        return () -> HealthCheckResponse.named("writer")
                .status(writer.status().silence().compareTo(stall) < 0)
                .withData("silenceInSeconds", writer.status().silence().toSeconds())
                .withData("heldUp", writer.status().heldUp())
                .build();
    }

    /**
     * Ready once memory is filled, or cannot be for now, and from then on: for a service that answers from memory. Who leads and
     * who hears is no part of it, but of the metrics.
     */
    public static HealthCheck readiness(Writer writer) {
        return () -> HealthCheckResponse.named("memory")
                .status(writer.status().attempted())
                .withData("phase", writer.status().phase().toString())
                .build();
    }
}
