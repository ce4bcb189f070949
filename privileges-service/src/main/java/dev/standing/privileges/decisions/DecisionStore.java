package dev.standing.privileges.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.contracts.policy.Fingerprint;
import dev.standing.database.Columns;
import dev.standing.database.Session;
import dev.standing.privileges.checks.Basis;
import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Writes decisions: a statement and a commit for a group, which may be repeated. Used by one thread. */
@Singleton
class DecisionStore {
    private static final String KEEP = """
            insert into privileges.decision (id, at, partner, member, perk, wanted_tier, amount_minor, term_months, allowed, answer,
                basis, policy)
            select id::uuid, at, partner, member, perk, wanted_tier, amount_minor, term_months, allowed, answer, basis, $12
            from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::int[],
                $9::boolean[], $10::text[], $11::text[])
                as t(id, at, partner, member, perk, wanted_tier, amount_minor, term_months, allowed, answer, basis)
            on conflict (id) do nothing
            """;
    private static final String KEEP_POLICY = """
            insert into privileges.perk_policy (name, version, fingerprint, document) values ($1, $2, $3, $4)
            on conflict (fingerprint) do nothing
            """;
    private static final String POLICY = "select id from privileges.perk_policy where fingerprint = $1";
    private static final int UNKNOWN = 0;

    private final Pool pool;
    private final PerkPolicy policy;
    private final ObjectMapper json;
    private final Duration patience;
    private final Columns<Check> columns;
    private int policyId = UNKNOWN;

    DecisionStore(Pool pool, PerkPolicy policy, ObjectMapper json, PrivilegesConfig config) {
        this.pool = pool;
        this.policy = policy;
        this.json = json;
        this.patience = config.patience();
        this.columns = columns();
    }

    private Columns<Check> columns() {
        return Columns.of(Check.class)
                .text(check -> check.id().toString())
                .timestamptz(Check::at)
                .text(Check::partner)
                .text(check -> check.question().member().value())
                .text(check -> check.question().perk().name())
                .text(check -> check.question().context().tier())
                .int8(check -> check.question().context().amountMinor())
                .int4(check -> check.question().context().termMonths())
                .bool(check -> check.answer().allowed())
                .text(check -> answer(check.answer()))
                .text(check -> basis(check.basis()));
    }

    /** Keeps all of them, or fails. */
    void keep(List<Check> checks) {
        try (Session session = Session.open(pool, patience)) {
            if (policyId == UNKNOWN) {
                policyId = policyId(session);
            }
            session.run(KEEP, columns.of(checks).addInteger(policyId));
        }
    }

    private int policyId(Session session) {
        String fingerprint = Fingerprint.of(policy.document());
        session.run(
                KEEP_POLICY,
                policy.name(),
                policy.version(),
                fingerprint,
                policy.document().toString());
        return session.run(POLICY, fingerprint).iterator().next().getInteger(0);
    }

    /** By the mapper that answers, so that it is the same to the byte. */
    private String answer(CheckAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String basis(Basis basis) {
        try {
            return json.writeValueAsString(basis);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
