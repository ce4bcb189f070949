package dev.standing.ingest.relay;

import dev.standing.contracts.event.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs a relay for each journal, on a thread of its own, from start to end. */
@ApplicationScoped
public class Relays {
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(3);

    private final Pool pool;
    private final RelayConfig config;
    private final Map<String, Object> kafka;
    private final RelayNudge nudge;
    private final Map<Journal, RelayWatch> watches = new EnumMap<>(Journal.class);
    private final List<Relay> relays = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Relays(
            Pool pool,
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            RelayNudge nudge,
            MeterRegistry registry,
            Clock clock) {
        this.pool = pool;
        this.config = config;
        this.kafka = kafka;
        this.nudge = nudge;
        for (Journal journal : Journal.values()) {
            watches.put(journal, new RelayWatch(journal, registry, clock));
        }
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        watches.forEach((journal, watch) -> {
            Publisher publisher = new Publisher(journal.topic(), kafka, config.deliveryTimeout());
            Relay relay = new Relay(journal, pool, publisher, config, watch);
            nudge.register(relay);
            relays.add(relay);
            threads.add(Thread.ofPlatform()
                    .name("relay-" + journal.table())
                    .daemon()
                    .start(relay));
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relays.forEach(Relay::stop);
        for (Thread thread : threads) {
            if (!thread.join(PATIENCE_AT_STOP)) {
                thread.interrupt();
            }
        }
    }

    /** Whether a relay has not even made an attempt for that long: its thread has ended or hangs. */
    public boolean stuckFor(Duration time) {
        return threads.stream().anyMatch(thread -> !thread.isAlive())
                || (!threads.isEmpty()
                        && watches.values().stream()
                                .anyMatch(watch -> watch.sinceLastTurn().compareTo(time) > 0));
    }

    /** Partitions of the records topic. */
    public int recordPartitions() {
        RelayWatch watch = watches.get(Journal.LEDGER);
        return watch == null || watch.partitions() == 0 ? Topics.PARTITIONS : watch.partitions();
    }
}
