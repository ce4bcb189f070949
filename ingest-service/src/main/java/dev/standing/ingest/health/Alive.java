package dev.standing.ingest.health;

import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.relay.Relays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Work moves: groups end, well or badly, while records wait, and every relay comes round. An outage of the broker or the
 * database is no reason to be restarted; a thread that hangs is.
 */
@Liveness
@ApplicationScoped
class Alive implements HealthCheck {
    private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(60);
    private static final Duration RELAY_PATIENCE = Duration.ofMinutes(3);

    private final Ledger ledger;
    private final Relays relays;

    Alive(Ledger ledger, Relays relays) {
        this.ledger = ledger;
        this.relays = relays;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ledgerMoves = !ledger.stuckFor(LEDGER_PATIENCE);
        boolean relaysMove = !relays.stuckFor(RELAY_PATIENCE);
        return HealthCheckResponse.named("work moves")
                .withData("ledger", ledgerMoves)
                .withData("relays", relaysMove)
                .status(ledgerMoves && relaysMove)
                .build();
    }
}
