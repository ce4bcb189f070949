package dev.standing.ingest.partners;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.SaidOnce;
import dev.standing.ingest.admission.Refusals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Counts beside the door, once a second: what the ledger took and what was taken back out of the ledger itself, a group of entries in a
 * statement, and what was refused out of memory, all of a second in a statement. So no record is written for another's sake, and of the
 * ledger nothing is ever counted twice or passed over. Of refusals a process that is killed loses those of its last second, and of the time
 * for which the database was away; one that ends in order keeps them first. Where a connection breaks before the answer, those of one
 * statement may be counted twice.
 */
@Singleton
class Counting {
    private static final Logger LOG = Logger.getLogger(Counting.class);
    /** For history that is not counted yet, too: what is left is counted the next time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(1);

    private final PartnerCounts counts;
    private final RefusalKeeper refusals;
    private final Migration migration;
    private final SaidOnce said = new SaidOnce();

    Counting(PartnerCounts counts, Refusals refusals, Migration migration) {
        this.counts = counts;
        this.refusals = new RefusalKeeper(refusals::take, refusals::giveBack, counts::keep);
        this.migration = migration;
    }

    @Scheduled(identity = "partner-counts", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        if (!migration.isDone()) {
            return Uni.createFrom().voidItem();
        }
        return refusals.keep()
                .chain(this::countLedger)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(() -> {
                    if (said.isOver()) {
                        LOG.info("Partners' records are counted again");
                    }
                })
                .onFailure()
                .invoke(this::later)
                .onFailure()
                .recoverWithNull();
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            refusals.keep().chain(refusals::keep).await().atMost(PATIENCE_AT_STOP);
        } catch (RuntimeException e) {
            LOG.warnf("Refusals of the last second are not kept: %s", Fault.text(e));
        }
    }

    private Uni<Void> countLedger() {
        return Multi.createBy()
                .repeating()
                .uni(counts::countLedger)
                .whilst(entries -> entries == PartnerCounts.MOST_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private void later(Throwable failure) {
        String text = Fault.text(failure);
        if (said.isNew(text)) {
            LOG.warnf("Partners' records are not counted now, and are tried again: %s", text);
        }
    }
}
