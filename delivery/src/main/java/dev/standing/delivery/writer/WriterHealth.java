package dev.standing.delivery.writer;

import java.time.Duration;
import java.util.Set;
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
                .build();
    }

    /** Ready in one of the phases, and while the broker answers. */
    public static HealthCheck readiness(Writer writer, Set<Phase> phases) {
        return () -> {
            WriterStatus status = writer.status();
            return HealthCheckResponse.named("writer")
                    .status(phases.contains(status.phase()) && status.hears())
                    .withData("phase", status.phase().toString())
                    .withData("lag", status.lag())
                    .build();
        };
    }
}
