package dev.standing.ingest.disputes;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How long the oldest open dispute waits: after {@link Dispute#FREEZE} it freezes nothing any more, undecided as it is. Looked up once a
 * minute by every process; while the database is away the gauge goes on from what was known.
 */
@Singleton
class OldestDispute {
    private static final Logger LOG = Logger.getLogger(OldestDispute.class);

    private final DisputeRepository repository;
    private final Migration migration;
    private final Clock clock;
    private volatile @Nullable Instant openedAt;

    OldestDispute(DisputeRepository repository, Migration migration, MeterRegistry registry, Clock clock) {
        this.repository = repository;
        this.migration = migration;
        this.clock = clock;
        Gauge.builder("standing.ingest.disputes.oldest", this, OldestDispute::ageInSeconds)
                .description("How long the oldest open dispute has been open; 0 where none is")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(identity = "oldest-dispute", every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return migration.isDone()
                ? Panache.withSession(repository::oldestOpen)
                        .invoke(found -> openedAt = found)
                        .onFailure()
                        .invoke(failure -> LOG.debugf("disputes are looked up later: %s", Fault.text(failure)))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private double ageInSeconds() {
        Instant oldest = openedAt;
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    }
}
