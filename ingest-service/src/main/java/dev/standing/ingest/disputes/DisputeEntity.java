package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of disputes. Rows are written by {@link DisputeRepository#write}. */
@Entity
@Immutable
@Table(name = "dispute", schema = "ingest")
@NullUnmarked
class DisputeEntity {
    @Id
    String id;

    String member;
    String partner;
    String record;
    String reason;
    String state;

    @Column(name = "opened_at", nullable = false)
    Instant openedAt;

    @Column(name = "accepted_on", nullable = false)
    LocalDate acceptedOn;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by")
    String decidedBy;

    Dispute toDispute() {
        return new Dispute(
                id,
                new MemberId(member),
                new PartnerId(partner),
                record,
                DisputeReason.find(reason).orElseThrow(),
                DisputeState.find(state).orElseThrow(),
                openedAt,
                acceptedOn,
                decidedAt == null
                        ? null
                        : new Dispute.Decision(Decider.valueOf(decidedBy.toUpperCase(Locale.ROOT)), decidedAt));
    }
}
