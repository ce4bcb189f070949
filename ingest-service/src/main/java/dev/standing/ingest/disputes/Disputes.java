package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.members.Members;
import dev.standing.ingest.partners.Contests;
import dev.standing.ingest.setup.IngestConfig;
import dev.standing.web.access.Uuids;
import dev.standing.web.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens and decides disputes: the rules are those of {@link DisputeState}. */
@ApplicationScoped
public class Disputes {
    private final DisputeRepository repository;
    private final Members members;
    private final Ledger ledger;
    private final Contests contests;
    private final DisputeMetrics metrics;
    private final Clock clock;
    private final int mostOpen;

    Disputes(
            DisputeRepository repository,
            Members members,
            Ledger ledger,
            Contests contests,
            DisputeMetrics metrics,
            Clock clock,
            IngestConfig config) {
        this.repository = repository;
        this.members = members;
        this.ledger = ledger;
        this.contests = contests;
        this.metrics = metrics;
        this.clock = clock;
        this.mostOpen = config.openDisputes();
    }

    /** A dispute, and whether it is new. */
    record Opened(Dispute dispute, boolean isNew) {}

    /**
     * The member contests a record of theirs that counts. Again for the same reason it is the same dispute. Fails with 404 where it is no
     * record of the member, and with 409 where it does not count, was contested otherwise or decided, or too many are open.
     */
    @WithTransaction
    Uni<Opened> open(MemberId member, PartnerId partner, String record, DisputeReason reason) {
        return members.requireKnown(member)
                .chain(() -> repository.lockJournals(false))
                .chain(() -> repository.ofRecord(partner, record))
                .chain(known -> known == null
                        ? begin(member, partner, record, reason).map(dispute -> new Opened(dispute, true))
                        : Uni.createFrom().item(() -> new Opened(again(known, member, reason), false)));
    }

    private static Dispute again(Dispute known, MemberId member, DisputeReason reason) {
        if (!known.member().equals(member)) {
            throw ProblemException.notFound("The record");
        }
        if (known.state() != DisputeState.OPEN) {
            throw ProblemException.conflict(
                    "dispute-decided",
                    "The record was contested before, and that is "
                            + known.state().code() + ", which stays so");
        }
        if (known.reason() != reason) {
            throw ProblemException.conflict(
                    "dispute-open",
                    "The record is contested already, as " + known.reason().code());
        }
        return known;
    }

    private Uni<Dispute> begin(MemberId member, PartnerId partner, String record, DisputeReason reason) {
        return repository
                .record(partner, record)
                .map(found -> Contested.require(found, member))
                .call(() -> requireRoom(member))
                .map(contested -> new Dispute(
                        Uuids.next("d-"),
                        member,
                        partner,
                        record,
                        reason,
                        DisputeState.OPEN,
                        now(),
                        contested.acceptedOn(),
                        null))
                .call(repository::write)
                .call(dispute -> contests.contested(partner, dispute.acceptedOn()))
                .invoke(metrics::written);
    }

    private Uni<Void> requireRoom(MemberId member) {
        return repository
                .countOpen(member)
                .invoke(open -> {
                    if (open >= mostOpen) {
                        throw ProblemException.conflict(
                                "too-many-disputes",
                                open + " disputes are open; allowed: " + mostOpen
                                        + " at a time. Another can be opened when one is decided");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * An operator decides, or the partner accepts. What is upheld is taken back in the same transaction, as its partner would.
     *
     * @throws ProblemException 404 where the viewer sees no such dispute; 403 where a partner rejects; 409 where it is decided otherwise, or
     *     rejected although the partner has taken the record back
     */
    @WithTransaction
    Uni<Dispute> decide(String id, Viewer viewer, DisputeState outcome) {
        boolean upheld = outcome == DisputeState.UPHELD;
        return repository
                .lockJournals(upheld)
                .chain(() -> repository.seen(id, viewer))
                .chain(found -> {
                    Dispute dispute = require(found);
                    if (viewer instanceof Viewer.Partner && !upheld) {
                        throw ProblemException.forbidden(
                                "forbidden", "A partner may uphold a dispute of its record; an operator rejects it");
                    }
                    Dispute decided = dispute.decided(
                            outcome, viewer instanceof Viewer.Partner ? Decider.PARTNER : Decider.OPERATOR, now());
                    return decided.state() == dispute.state()
                            ? Uni.createFrom().item(dispute)
                            : (upheld ? takeBack(decided) : requireStands(decided)).chain(() -> settle(decided));
                });
    }

    /** Who took it back may have died before it was noted here that the dispute is accepted. */
    private Uni<Void> requireStands(Dispute rejected) {
        return repository
                .record(rejected.partner(), rejected.record())
                .invoke(found -> {
                    if (found != null && found.isRetracted()) {
                        throw ProblemException.conflict(
                                "record-retracted",
                                "The partner has taken the record back: the dispute can be upheld alone");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> takeBack(Dispute upheld) {
        return Panache.getSession().chain(session -> ledger.retract(session, upheld.partner(), upheld.record()));
    }

    private Uni<Dispute> settle(Dispute decided) {
        return repository
                .write(decided)
                .chain(() -> decided.state() == DisputeState.UPHELD
                        ? contests.upheld(decided.partner(), decided.acceptedOn())
                        : Uni.createFrom().voidItem())
                .invoke(() -> metrics.written(decided))
                .replaceWith(decided);
    }

    /**
     * The partner has taken the record back by itself: that it was wrong is accepted, where the member contests it. Says whether so.
     * A dispute that is being opened is waited for, by the lock; one that is opened later finds the record taken back.
     */
    @WithTransaction
    public Uni<Boolean> retracted(PartnerId partner, String record) {
        return repository
                .lockJournals(false)
                .chain(() -> repository.ofRecord(partner, record))
                .chain(dispute -> dispute == null || dispute.state() != DisputeState.OPEN
                        ? Uni.createFrom().item(false)
                        : settle(dispute.decided(DisputeState.UPHELD, Decider.PARTNER, now()))
                                .replaceWith(true));
    }

    /** Fails with 404 where the viewer sees no such dispute. */
    @WithSession
    Uni<Dispute> of(String id, Viewer viewer) {
        return repository.seen(id, viewer).map(Disputes::require);
    }

    /** Oldest first; null where the viewer sees no dispute {@code after}. */
    @WithSession
    Uni<@Nullable List<Dispute>> all(Viewer viewer, @Nullable DisputeState state, @Nullable String after) {
        return after == null
                ? repository.seenAfter(viewer, state, null).map(found -> found)
                : repository
                        .seen(after, viewer)
                        .chain(last ->
                                last == null ? Uni.createFrom().nullItem() : repository.seenAfter(viewer, state, last));
    }

    private static Dispute require(@Nullable Dispute found) {
        if (found == null) {
            throw ProblemException.notFound("The dispute");
        }
        return found;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
