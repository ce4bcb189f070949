package dev.standing.privileges.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the intake goes on, be it only from one try to the next: a restart would not bring a database back. */
@Liveness
@Singleton
class IntakeLiveness implements HealthCheck {
    /** More than all waiting that one step may do. */
    private static final Duration STUCK = Duration.ofMinutes(3);

    private final IntakeState state;

    IntakeLiveness(IntakeState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake")
                .status(state.sinceLastStep().compareTo(STUCK) < 0)
                .withData("secondsSinceLastStep", state.sinceLastStep().toSeconds())
                .build();
    }
}
