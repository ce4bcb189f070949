package dev.standing.privileges.grants;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.database.Columns;
import dev.standing.database.Session;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a batch: six statements, however many rows. Members only ever move forward in their sequence. */
@Singleton
public final class ChangeStore {
    private static final String MEMBERS = """
            insert into privileges.member as m
                (member, sequence, score, base, band, base_band, tenure_days, first_day, first_day_of, as_of, dimensions,
                scorecard, reasons, reasons_of)
            select member, sequence, score, base, band, base_band, tenure_days, first_day, sequence, as_of,
                dimensions::jsonb, scorecard, reasons::jsonb, sequence
            from unnest($1::text[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::text[], $7::int[], $8::int[],
                $9::timestamptz[], $10::text[], $11::text[], $12::text[])
                as t(member, sequence, score, base, band, base_band, tenure_days, first_day, as_of, dimensions, scorecard,
                    reasons)
            on conflict (member) do update set
                sequence = excluded.sequence, score = excluded.score, base = excluded.base, band = excluded.band,
                base_band = excluded.base_band, tenure_days = excluded.tenure_days, first_day = excluded.first_day,
                first_day_of = excluded.first_day_of, as_of = excluded.as_of, dimensions = excluded.dimensions, scorecard = excluded.scorecard,
                reasons = excluded.reasons, reasons_of = excluded.reasons_of
            where m.sequence < excluded.sequence
            """;
    private static final String CONSENTS = """
            insert into privileges.consent as c (member, partner, version, granted)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[])
            on conflict (member, partner) do update set version = excluded.version, granted = excluded.granted
            where c.version < excluded.version
            """;
    private static final String DISPUTES = """
            insert into privileges.dispute as d (dispute, member, open, freezes_until)
            select * from unnest($1::text[], $2::text[], $3::boolean[], $4::timestamptz[])
            on conflict (dispute) do update set open = excluded.open, freezes_until = excluded.freezes_until where d.open
            """;
    private static final String PRIVILEGES = """
            insert into privileges.privilege (member, perk, tier, since, why, until, falls)
            select member, perk, tier, since, why, until, falls::jsonb
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::timestamptz[], $7::text[])
                as t(member, perk, tier, since, why, until, falls)
            on conflict (member, perk) do update set tier = excluded.tier, since = excluded.since, why = excluded.why,
                until = excluded.until, falls = excluded.falls
            """;
    private static final String JOURNAL = """
            insert into privileges.privilege_journal (member, perk, tier, since, until, why, at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[],
                $7::timestamptz[])
            """;

    /** Only what somebody hears of: of most members nobody does, and a journal that is read for nothing costs as much as one that is. */
    private static final String HAPPENINGS = """
            insert into privileges.happening (type, member, partner, content, at)
            select type, member, partner, content, at
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                with ordinality as h(type, member, partner, content, at, place)
            where case when h.partner is null
                then exists (select from privileges.consent c join privileges.listener l using (partner)
                             where c.member = h.member and c.granted)
                else exists (select from privileges.listener l where l.partner = h.partner)
                    or exists (select from privileges.told t where t.partner = h.partner and t.member = h.member) end
            order by place
            """;

    private static final Columns<ScoreEvent> MEMBER = Columns.of(ScoreEvent.class)
            .text(score -> score.member().value())
            .int8(ScoreEvent::sequence)
            .int4(ScoreEvent::score)
            .int4(ScoreEvent::base)
            .text(score -> score.band().code())
            .text(score -> score.baseBand().code())
            .int4(ScoreEvent::tenureInDays)
            .int4(ChangeStore::firstDay)
            .timestamptz(ScoreEvent::asOf)
            .text(score -> StoredDimensions.text(score.dimensions()))
            .text(ScoreEvent::scorecard)
            .text(score -> ReasonRows.text(score.reasons()));
    private static final Columns<Answer> CONSENT = Columns.of(Answer.class)
            .text(answer -> answer.to().member())
            .text(answer -> answer.to().partner())
            .int8(answer -> answer.consent().version())
            .bool(answer -> answer.consent().granted());
    private static final Columns<DisputeEvent> DISPUTE = Columns.of(DisputeEvent.class)
            .text(DisputeEvent::dispute)
            .text(dispute -> dispute.member().value())
            .bool(dispute -> Dispute.of(dispute).open())
            .timestamptz(dispute -> Dispute.of(dispute).freezesUntil());
    private static final Columns<Row> PRIVILEGE = Columns.of(Row.class)
            .text(Row::member)
            .text(Row::perkName)
            .text(Row::tier)
            .timestamptz(row -> row.now().since())
            .text(row -> PrivilegeRows.why(row.now()).code())
            .timestamptz(row -> PrivilegeRows.until(row.now()))
            .text(row -> PrivilegeRows.falls(row.perk(), row.now()));
    private static final Columns<Row> ENTRY = Columns.of(Row.class)
            .text(Row::member)
            .text(Row::perkName)
            .text(Row::tier)
            .timestamptz(row -> row.now().since())
            .timestamptz(row -> PrivilegeRows.until(row.now()))
            .text(row -> row.change().why().code())
            .timestamptz(Row::at);

    private static final Columns<Happening> HAPPENING = Columns.of(Happening.class)
            .text(Happening::type)
            .text(Happening::member)
            .text(Happening::partner)
            .text(Happening::content)
            .timestamptz(Happening::at);

    private final PerkPolicy policy;
    private final Withdrawals withdrawals;

    ChangeStore(PerkPolicy policy, Withdrawals withdrawals) {
        this.policy = policy;
        this.withdrawals = withdrawals;
    }

    /**
     * Writes all of it, in the transaction that the caller has begun.
     *
     * @return how many members changed
     */
    public int save(Session session, Changes changes) {
        write(session, MEMBERS, MEMBER, changes.scores().values());
        write(
                session,
                CONSENTS,
                CONSENT,
                changes.consents().entrySet().stream()
                        .map(each -> new Answer(each.getKey(), each.getValue()))
                        .toList());
        write(session, DISPUTES, DISPUTE, changes.disputes());
        write(session, PRIVILEGES, PRIVILEGE, rows(changes.last()));
        write(session, JOURNAL, ENTRY, rows(changes.told()));
        write(session, HAPPENINGS, HAPPENING, happenings(changes));
        if (!changes.withdrawers().isEmpty()) {
            withdrawals.withdrawn(session, changes.withdrawers());
        }
        return changes.members().size();
    }

    /** A withdrawal first: whoever is seen again after it may hear of what came in the same batch. */
    private List<Happening> happenings(Changes changes) {
        return Stream.of(
                        changes.withdrawals().stream(),
                        changes.contested().stream(),
                        changes.scores().values().stream().map(Happening::of),
                        changes.told().stream()
                                .map(entry -> Happening.of(
                                        entry, policy.perks().get(entry.change().perk()))))
                .flatMap(each -> each)
                .toList();
    }

    private static <R> void write(Session session, String sql, Columns<R> columns, Collection<R> rows) {
        if (!rows.isEmpty()) {
            session.send(sql, columns.of(rows));
        }
    }

    private List<Row> rows(Collection<Changes.Entry> entries) {
        return entries.stream()
                .map(entry -> new Row(
                        entry.member(), policy.perks().get(entry.change().perk()), entry.change(), entry.at()))
                .toList();
    }

    private static @Nullable Integer firstDay(ScoreEvent score) {
        LocalDate day = score.firstRecordOn();
        return day == null ? null : (Integer) Math.toIntExact(day.toEpochDay());
    }

    /** A consent and what it is to. */
    private record Answer(Changes.Grantee to, Consent consent) {}

    /** A change with the perk that it is of. */
    private record Row(String member, Perk perk, Change change, Instant at) {
        Privilege now() {
            return change.now();
        }

        String perkName() {
            return perk.name();
        }

        String tier() {
            return perk.tier(now().tier()).name();
        }
    }
}
