package dev.standing.ingest.records;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.disputes.Disputes;
import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.ledger.Ledger.LedgerRecord;
import dev.standing.ingest.outcome.OutcomeState;
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
    private final Disputes disputes;

    RecordLookup(Ledger ledger, Progress progress, Relays relays, Disputes disputes) {
        this.ledger = ledger;
        this.progress = progress;
        this.relays = relays;
        this.disputes = disputes;
    }

    Uni<RecordStatus> find(PartnerId partner, String id) {
        requireName(id);
        return ledger.find(partner, id)
                .onItem()
                .ifNull()
                .failWith(RecordLookup::notFound)
                .flatMap(this::state)
                .map(state -> new RecordStatus(id, state));
    }

    Uni<RecordStatus> retract(PartnerId partner, String id) {
        requireName(id);
        return ledger.retract(partner, id)
                .onItem()
                .ifNull()
                .failWith(RecordLookup::notFound)
                .invoke(relays::nudgeLedger)
                .call(found -> disputes.retracted(partner, id).invoke(accepted -> {
                    if (accepted) {
                        relays.nudgeDisputes();
                    }
                }))
                .map(found -> new RecordStatus(id, OutcomeState.RETRACTED));
    }

    private Uni<OutcomeState> state(LedgerRecord found) {
        if (found.retractedAt() != null) {
            return Uni.createFrom().item(OutcomeState.RETRACTED);
        }
        return progress.isScored(found.position())
                .invoke(scored -> {
                    if (!scored) {
                        relays.askWatermarks(found.position());
                    }
                })
                .map(scored -> scored ? OutcomeState.SCORED : OutcomeState.ACCEPTED);
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
