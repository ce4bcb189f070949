package dev.standing.scoring.health;

import dev.standing.scoring.loop.LoopStatus;
import dev.standing.scoring.setup.ScoringConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive means that the loop makes progress; a database or broker that is away is not this instance's death. */
@Liveness
@ApplicationScoped
class LoopLiveness implements HealthCheck {
    private final LoopStatus status;
    private final ScoringConfig config;

    LoopLiveness(LoopStatus status, ScoringConfig config) {
        this.status = status;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("scoring-loop")
                .status(status.silence().compareTo(config.stall()) < 0)
                .withData("silenceInSeconds", status.silence().toSeconds())
                .build();
    }
}
