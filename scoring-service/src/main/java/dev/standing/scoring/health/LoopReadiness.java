package dev.standing.scoring.health;

import dev.standing.scoring.loop.LoopStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: this instance leads, everything is loaded, and database and broker are there. */
@Readiness
@ApplicationScoped
class LoopReadiness implements HealthCheck {
    private final LoopStatus status;

    LoopReadiness(LoopStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("scoring-loop")
                .status(status.isLeading() && status.isBrokerConnected())
                .withData("phase", status.phase().name().toLowerCase(Locale.ROOT))
                .withData("broker", status.isBrokerConnected())
                .build();
    }
}
