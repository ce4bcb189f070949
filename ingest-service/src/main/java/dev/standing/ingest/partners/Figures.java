package dev.standing.ingest.partners;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Has others told of partners whose figure changed. Every process does so; what one has told, another does not find. */
@Singleton
class Figures {
    private static final Logger LOG = Logger.getLogger(Figures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FigureJournal journal;
    private final Migration migration;

    Figures(FigureJournal journal, Migration migration) {
        this.journal = journal;
        this.migration = migration;
    }

    @Scheduled(identity = "partner-figures", every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        if (!migration.isDone()) {
            return Uni.createFrom().voidItem();
        }
        return journal.append()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Partners' figures are not told now, and will be in a minute: %s", Fault.text(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
