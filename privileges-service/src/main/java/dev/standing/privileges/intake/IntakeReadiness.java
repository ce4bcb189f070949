package dev.standing.privileges.intake;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once memory holds all that was stored and all that Kafka held at the start, and while the broker answers. */
@Readiness
@Singleton
class IntakeReadiness implements HealthCheck {
    private final IntakeState state;

    IntakeReadiness(IntakeState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake")
                .status(state.phase() == IntakeState.Phase.RUNNING && state.lag() >= 0)
                .withData("phase", state.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .withData("lag", state.lag())
                .build();
    }
}
