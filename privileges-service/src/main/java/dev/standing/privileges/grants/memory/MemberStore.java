package dev.standing.privileges.grants;

import dev.standing.contracts.event.Topics;
import dev.standing.contracts.score.Band;
import dev.standing.database.Session;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads everything that is stored, as one consistent view. */
@Singleton
public final class MemberStore {

    private static final String MEMBERS = """
            select member, sequence, score, base, band, base_band, tenure_days, as_of, dimensions::text,
                case when first_day_of = sequence then first_day end, scorecard,
                case when reasons_of = sequence then reasons::text end
            from privileges.member
            """;
    private static final String PRIVILEGES = """
            select member, perk, tier, since, why, until, falls::text from privileges.privilege
            """;
    private static final String CONSENTS = "select member, partner, version, granted from privileges.consent";
    private static final String DISPUTES = "select member, dispute, open, freezes_until from privileges.dispute";
    private static final String HEARD = "select at from privileges.heard where topic = $1";

    private final PerkPolicy policy;

    MemberStore(PerkPolicy policy) {
        this.policy = policy;
    }

    /**
     * What is stored.
     *
     * @param consentsThrough up to when it is known what members allow
     * @param disputesThrough up to when it is known what members contest
     */
    public record Stored(Map<String, Member> members, Instant consentsThrough, Instant disputesThrough) {}

    /**
     * All members.
     *
     * @param progress called now and then, so that whoever waits sees that it goes on
     */
    public Stored load(Session session, Runnable progress) {
        Map<String, Member> members = new HashMap<>();
        return session.transaction(() -> {
            session.command("set transaction isolation level repeatable read, read only");
            session.each(MEMBERS, Tuple.tuple(), progress, row -> members.put(row.getString(0), member(row)));
            session.each(PRIVILEGES, Tuple.tuple(), progress, row -> addPrivilege(members, row));
            session.each(CONSENTS, Tuple.tuple(), progress, row -> addConsent(members, row));
            session.each(DISPUTES, Tuple.tuple(), progress, row -> addDispute(members, row));
            return new Stored(members, through(session, Topics.CONSENTS), through(session, Topics.DISPUTES));
        });
    }

    private static Instant through(Session session, String topic) {
        RowIterator<Row> heard = session.run(HEARD, topic).iterator();
        return heard.hasNext() ? heard.next().getOffsetDateTime(0).toInstant() : Instant.EPOCH;
    }

    private Member member(Row row) {
        Instant asOf = row.getOffsetDateTime(7).toInstant();
        Facts facts = new Facts(
                row.getInteger(2),
                row.getInteger(3),
                Band.of(row.getString(4)),
                Band.of(row.getString(5)),
                row.getInteger(6),
                StoredDimensions.read(row.getString(8)).only(policy.dimensions()));
        List<Privilege> baselines =
                Collections.nCopies(policy.perks().size(), new Privilege.Settled(Perk.BASELINE, asOf, Why.BASELINE));
        return Member.restored(
                row.getLong(1),
                facts,
                day(row.getInteger(9)),
                new Source(row.getString(10), asOf, ReasonRows.read(row.getString(11))),
                baselines);
    }

    private void addPrivilege(Map<String, Member> members, Row row) {
        Perk perk = policy.perk(row.getString(1));
        Member member = members.get(row.getString(0));
        if (perk == null || member == null) {
            return;
        }
        Privilege privilege = PrivilegeRows.read(
                perk,
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getString(4),
                instant(row.getOffsetDateTime(5)),
                row.getString(6));
        members.put(row.getString(0), member.with(perk.index(), privilege));
    }

    private static void addConsent(Map<String, Member> members, Row row) {
        members.merge(
                row.getString(0),
                Member.UNKNOWN.with(row.getString(1).intern(), new Consent(row.getLong(2), row.getBoolean(3))),
                (known, more) -> known.with(row.getString(1).intern(), new Consent(row.getLong(2), row.getBoolean(3))));
    }

    private static void addDispute(Map<String, Member> members, Row row) {
        Dispute dispute =
                new Dispute(row.getBoolean(2), row.getOffsetDateTime(3).toInstant());
        members.compute(row.getString(0), (id, known) -> (known == null ? Member.UNKNOWN : known)
                .with(row.getString(1), dispute));
    }

    private static @Nullable LocalDate day(@Nullable Integer day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
