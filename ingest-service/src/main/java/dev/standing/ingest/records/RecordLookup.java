package dev.standing.ingest.records;

import dev.standing.contracts.identity.Ids;
import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.ledger.Ledger.LedgerRecord;
import dev.standing.ingest.progress.Progress;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A partner's own records; those of others look as if they were not there. */
@ApplicationScoped
class RecordLookup {
    private final Ledger ledger;
    private final Progress progress;
    private final Relays relays;

    RecordLookup(Ledger ledger, Progress progress, Relays relays) {
        this.ledger = ledger;
        this.progress = progress;
        this.relays = relays;
    }

    Uni<RecordStatus> find(String partner, String id) {
        requireName(id);
        return Uni.createFrom()
                .completionStage(() -> ledger.find(partner, id))
                .onItem()
                .ifNull()
                .failWith(RecordLookup::notFound)
                .flatMap(this::state)
                .map(state -> new RecordStatus(id, state));
    }

    Uni<RecordStatus> retract(String partner, String id) {
        requireName(id);
        return Uni.createFrom()
                .completionStage(() -> ledger.retract(partner, id))
                .onItem()
                .ifNull()
                .failWith(RecordLookup::notFound)
                .invoke(relays::nudgeLedger)
                .map(found -> new RecordStatus(id, "retracted"));
    }

    private Uni<String> state(LedgerRecord found) {
        if (found.retractedAt() != null) {
            return Uni.createFrom().item("retracted");
        }
        return progress.isScored(found.member(), found.position()).map(scored -> scored ? "scored" : "accepted");
    }

    private static void requireName(String id) {
        if (!Ids.isId(id)) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("The record");
    }
}
