package dev.standing.privileges.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.database.Session;
import dev.standing.privileges.grants.Change;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a batch: four statements, however many rows. Members only ever move forward in their sequence. */
@Singleton
public final class ChangeStore {
    private static final String MEMBERS = """
            insert into privileges.member as m
                (member, sequence, score, base, band, base_band, tenure_days, as_of, dimensions, scorecard)
            select member, sequence, score, base, band, base_band, tenure_days, as_of, dimensions::jsonb, scorecard
            from unnest($1::text[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::text[], $7::int[],
                $8::timestamptz[], $9::text[], $10::text[])
                as t(member, sequence, score, base, band, base_band, tenure_days, as_of, dimensions, scorecard)
            on conflict (member) do update set
                sequence = excluded.sequence, score = excluded.score, base = excluded.base, band = excluded.band,
                base_band = excluded.base_band, tenure_days = excluded.tenure_days, as_of = excluded.as_of,
                dimensions = excluded.dimensions, scorecard = excluded.scorecard
            where m.sequence < excluded.sequence
            """;
    private static final String CONSENTS = """
            insert into privileges.consent as c (member, partner, version, granted)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[])
            on conflict (member, partner) do update set version = excluded.version, granted = excluded.granted
            where c.version < excluded.version
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

    private final PerkPolicy policy;
    private final ObjectMapper json = new ObjectMapper();

    ChangeStore(PerkPolicy policy) {
        this.policy = policy;
    }

    /**
     * Writes all of it, in the transaction that the caller has begun.
     *
     * @return how many members changed
     */
    public int save(Session session, Changes changes) {
        for (Statement statement : List.of(
                new Statement(MEMBERS, members(changes)),
                new Statement(CONSENTS, consents(changes)),
                new Statement(PRIVILEGES, privileges(changes)),
                new Statement(JOURNAL, journal(changes)))) {
            if (!statement.rows().isEmpty()) {
                session.run(statement.sql(), statement.rows().arrays());
            }
        }
        return changes.members().size();
    }

    private Columns members(Changes changes) {
        Columns rows = new Columns(
                String.class,
                Long.class,
                Integer.class,
                Integer.class,
                String.class,
                String.class,
                Integer.class,
                OffsetDateTime.class,
                String.class,
                String.class);
        for (var score : changes.scores().values()) {
            rows.add(
                    score.member().value(),
                    score.sequence(),
                    score.score(),
                    score.base(),
                    score.band().code(),
                    score.baseBand().code(),
                    score.tenureInDays(),
                    utc(score.asOf()),
                    text(score.dimensions().byName()),
                    score.scorecard());
        }
        return rows;
    }

    private String text(Map<String, Integer> dimensions) {
        try {
            return json.writeValueAsString(dimensions);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Columns consents(Changes changes) {
        Columns rows = new Columns(String.class, String.class, Long.class, Boolean.class);
        changes.consents()
                .forEach((grantee, consent) ->
                        rows.add(grantee.member(), grantee.partner(), consent.version(), consent.granted()));
        return rows;
    }

    private Columns privileges(Changes changes) {
        Columns rows = new Columns(
                String.class,
                String.class,
                String.class,
                OffsetDateTime.class,
                String.class,
                OffsetDateTime.class,
                String.class);
        for (Map.Entry<String, Map<Integer, Change>> member :
                changes.lastChanges().entrySet()) {
            for (Change change : member.getValue().values()) {
                Perk perk = policy.perks().get(change.perk());
                Privilege now = change.now();
                rows.add(
                        member.getKey(),
                        perk.name(),
                        perk.tier(now.tier()).name(),
                        utc(now.since()),
                        PrivilegeRows.why(now).code(),
                        utc(PrivilegeRows.until(now)),
                        PrivilegeRows.falls(perk, now));
            }
        }
        return rows;
    }

    private Columns journal(Changes changes) {
        Columns rows = new Columns(
                String.class,
                String.class,
                String.class,
                OffsetDateTime.class,
                OffsetDateTime.class,
                String.class,
                OffsetDateTime.class);
        for (Changes.Entry entry : changes.journal()) {
            Change change = entry.change();
            if (change.told()) {
                Perk perk = policy.perks().get(change.perk());
                rows.add(
                        entry.member(),
                        perk.name(),
                        perk.tier(change.now().tier()).name(),
                        utc(change.now().since()),
                        utc(PrivilegeRows.until(change.now())),
                        change.why().code(),
                        utc(entry.at()));
            }
        }
        return rows;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private record Statement(String sql, Columns rows) {}
}
