package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Columns;
import dev.standing.ingest.journal.JournalLock;
import dev.standing.ingest.journal.RowSets;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named questions to the tables of disputes. */
@ApplicationScoped
class DisputeRepository implements PanacheRepositoryBase<DisputeEntity, String> {
    static final int MOST_AT_ONCE = 100;

    private static final String WRITE = """
            with d as (
                select * from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                                     cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                                     cast(?9 as text[]), cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]))
                              as d(id, member, partner, record, reason, state, opened_at, accepted_on, decided_at,
                                   decided_by, freezes_until, at)),
            stands as (
                insert into ingest.dispute (id, member, partner, record, reason, state, opened_at, accepted_on,
                                            decided_at, decided_by)
                select id, member, partner, record, reason, state, cast(opened_at as timestamptz),
                       cast(accepted_on as date), cast(decided_at as timestamptz), decided_by from d
                on conflict (id) do update
                set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by)
            insert into ingest.dispute_journal (dispute, member, partner, record, reason, state, opened_at,
                                                freezes_until, at)
            select id, member, partner, record, reason, state, cast(opened_at as timestamptz),
                   cast(freezes_until as timestamptz), cast(at as timestamptz) from d
            """;

    /** The session takes no array of times: they go as text. */
    private static final Columns<Dispute> ROW = Columns.of(Dispute.class)
            .text(Dispute::id)
            .text(dispute -> dispute.member().value())
            .text(dispute -> dispute.partner().value())
            .text(Dispute::record)
            .text(dispute -> dispute.reason().code())
            .text(dispute -> dispute.state().code())
            .text(dispute -> dispute.openedAt().toString())
            .text(dispute -> dispute.acceptedOn().toString())
            .text(dispute ->
                    text(dispute.decision() == null ? null : dispute.decision().at()))
            .text(dispute ->
                    dispute.decision() == null ? null : dispute.decision().by().code())
            .text(dispute -> dispute.freezesUntil().toString())
            .text(dispute -> dispute.at().toString());

    /** The record in the ledger, and whether it counts. */
    private static final String CONTESTED = """
            select a.member, cast(cast(a.accepted_at at time zone 'UTC' as date) as text), r.position is not null,
                   coalesce(c.granted, false)
            from ingest.ledger a
            left join ingest.ledger r on r.partner = a.partner and r.id = a.id and r.entry = 'R'
            left join ingest.consent c on c.member = a.member and c.purpose = 'records' and c.partner = a.partner
            where a.partner = ?1 and a.id = ?2 and a.entry = 'A'
            """;

    /** What a partner sees while the member shows themselves to it; the entity of consents is named, for it is another feature's. */
    private static final String SHOWN = " and partner = :partner and exists (select 1 from ConsentEntity c"
            + " where c.key.member = d.member and c.key.purpose = 'records' and c.key.partner = d.partner and c.granted)";

    /**
     * Positions of the journal rise in commit order under its lock, and a dispute changes one step at a time. Who takes a record back
     * takes the ledger's lock too.
     */
    Uni<Void> lockJournals(boolean withLedger) {
        return getSession()
                .chain(session -> withLedger
                        ? JournalLock.LEDGER.take(session).chain(() -> JournalLock.DISPUTES.take(session))
                        : JournalLock.DISPUTES.take(session));
    }

    Uni<@Nullable Dispute> ofRecord(PartnerId partner, String record) {
        return find("partner = ?1 and record = ?2", partner.value(), record)
                .firstResult()
                .map(DisputeRepository::dispute);
    }

    /** Asked in the session: under the lock nobody waits for another connection. Null where there is no such record. */
    Uni<@Nullable Contested> record(PartnerId partner, String id) {
        return getSession()
                .chain(session -> session.createNativeQuery(CONTESTED, Object[].class)
                        .setParameter(1, partner.value())
                        .setParameter(2, id)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Contested(
                                (String) row[0], LocalDate.parse((String) row[1]), (boolean) row[2], (boolean) row[3]));
    }

    Uni<Long> countOpen(MemberId member) {
        return count("member = ?1 and state = 'open'", member.value());
    }

    /** When the oldest of those that are open was opened; null where none is. */
    Uni<@Nullable Instant> oldestOpen() {
        return getSession().chain(session -> session.createQuery(
                        "select min(d.openedAt) from DisputeEntity d where d.state = 'open'", Instant.class)
                .getSingleResultOrNull());
    }

    /** The dispute, where whoever asks may see it; else null. */
    Uni<@Nullable Dispute> seen(String id, Viewer viewer) {
        if (!Ids.isId(id)) {
            return Uni.createFrom().nullItem();
        }
        Map<String, Object> parameters = parameters(viewer);
        parameters.put("id", id);
        return find(condition(viewer) + " and id = :id", parameters)
                .firstResult()
                .map(DisputeRepository::dispute);
    }

    /**
     * Oldest first, {@value #MOST_AT_ONCE} at most.
     *
     * @param state null for any
     * @param after null for the first
     */
    Uni<List<Dispute>> seenAfter(Viewer viewer, @Nullable DisputeState state, @Nullable Dispute after) {
        Map<String, Object> parameters = parameters(viewer);
        StringBuilder condition = new StringBuilder(condition(viewer));
        if (state != null) {
            condition.append(" and state = :state");
            parameters.put("state", state.code());
        }
        if (after != null) {
            condition.append(" and (openedAt > :at or openedAt = :at and id > :after)");
            parameters.put("at", after.openedAt());
            parameters.put("after", after.id());
        }
        return find(condition + " order by openedAt, id", parameters)
                .page(Page.ofSize(MOST_AT_ONCE))
                .list()
                .map(found -> found.stream().map(DisputeEntity::toDispute).toList());
    }

    /** Makes it stand, and appends it to the journal. */
    Uni<Void> write(Dispute dispute) {
        return getSession().chain(session -> RowSets.write(session, WRITE, ROW, List.of(dispute)));
    }

    private static String condition(Viewer viewer) {
        String condition = "from DisputeEntity d where 1 = 1";
        return switch (viewer) {
            case Viewer.Operator operator -> condition;
            case Viewer.Member member -> condition + " and member = :member";
            case Viewer.Partner partner -> condition + SHOWN;
        };
    }

    private static Map<String, Object> parameters(Viewer viewer) {
        return new HashMap<>(
                switch (viewer) {
                    case Viewer.Operator operator -> Map.of();
                    case Viewer.Member member -> Map.of("member", member.id().value());
                    case Viewer.Partner partner ->
                        Map.of("partner", partner.id().value());
                });
    }

    private static @Nullable Dispute dispute(@Nullable DisputeEntity found) {
        return found == null ? null : found.toDispute();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
