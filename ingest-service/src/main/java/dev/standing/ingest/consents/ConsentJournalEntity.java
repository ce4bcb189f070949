package dev.standing.ingest.consents;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of the journal of consents: written once, never changed. */
@Entity
@Table(name = "consent_journal", schema = "ingest")
@NullUnmarked
class ConsentJournalEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    String member;
    String purpose;
    String partner;
    long version;
    boolean granted;
    String evidence;
    Instant at;

    static ConsentJournalEntity of(ConsentEntity consent) {
        ConsentJournalEntity entry = new ConsentJournalEntity();
        entry.member = consent.key.member();
        entry.purpose = consent.key.purpose();
        entry.partner = consent.key.partner();
        entry.version = consent.version;
        entry.granted = consent.granted;
        entry.evidence = consent.evidence;
        entry.at = consent.changedAt;
        return entry;
    }
}
