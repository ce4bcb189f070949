package dev.standing.ingest.relay;

import dev.standing.delivery.Journal;
import dev.standing.delivery.Pace;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A relay for each journal, from start to end; and who tells them that there is something to publish. */
@ApplicationScoped
public class Relays {
    private final Map<Journal, Relay> relays = new ConcurrentHashMap<>();

    void start(
            @Observes StartupEvent event,
            RelayConfig config,
            Pool pool,
            Publisher publisher,
            MeterRegistry registry,
            Clock clock) {
        if (!config.enabled()) {
            return;
        }
        Pace pace = new Pace(config.batchSize(), config.poll(), config.maxBackoff(), config.patience());
        for (Journal journal :
                List.of(Journals.LEDGER, Journals.CONSENTS, Journals.TIES, Journals.DISPUTES, Journals.PARTNERS)) {
            relays.put(journal, Relay.start(journal, pool, publisher, pace, registry, clock));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        relays.values().forEach(Relay::close);
    }

    public void nudgeLedger() {
        relay(Journals.LEDGER).forEach(Relay::nudge);
    }

    public void nudgeConsents() {
        relay(Journals.CONSENTS).forEach(Relay::nudge);
    }

    public void nudgeTies() {
        relay(Journals.TIES).forEach(Relay::nudge);
    }

    public void nudgeDisputes() {
        relay(Journals.DISPUTES).forEach(Relay::nudge);
    }

    /** Whether a relay has not even made an attempt for that long: its thread has ended or hangs. */
    public boolean stuckFor(Duration time) {
        return relays.values().stream().anyMatch(relay -> relay.stuckFor(time));
    }

    /** Somebody waits for what the ledger has there to be scored: that all journals are told so far is said soon. */
    public void askWatermarks(long ledgerPosition) {
        relays.values().forEach(relay -> relay.askWatermark(ledgerPosition));
    }

    /** None where this process does not publish. */
    private Stream<Relay> relay(Journal journal) {
        return Stream.ofNullable(relays.get(journal));
    }
}
