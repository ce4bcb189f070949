package dev.standing.ingest.imports;

import dev.standing.ingest.ledger.JournalLock;
import dev.standing.ingest.lines.Outcome;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings members in with their permissions, a chunk a transaction. What a member has decided since is left alone: an
 * import that is repeated gives nothing back that was withdrawn.
 */
@ApplicationScoped
class MemberImport {
    private static final String JOIN =
            "insert into ingest.member (id) select unnest($1::text[]) on conflict do nothing returning id";

    private static final String GRANT = """
            with wanted as (
                select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality
                              as w(member, purpose, partner, evidence, n)),
            written as (
                insert into ingest.consent (member, purpose, partner, version, granted, evidence, changed_at)
                select member, purpose, partner, 1, true, evidence, now() from wanted order by n
                on conflict do nothing
                returning member, purpose, partner, evidence),
            noted as (
                insert into ingest.consent_journal (member, purpose, partner, version, granted, evidence, at)
                select member, purpose, partner, 1, true, evidence, now() from written)
            select distinct c.member from wanted w
            join ingest.consent c on c.member = w.member and c.purpose = w.purpose and c.partner = w.partner
            where not c.granted
            """;

    private final Pool pool;
    private final Relays relays;

    MemberImport(Pool pool, Relays relays) {
        this.pool = pool;
        this.relays = relays;
    }

    CompletionStage<List<Outcome>> store(List<MemberLine> lines) {
        return ImportTransaction.run(pool, JournalLock.CONSENTS, connection -> store(connection, lines))
                .onSuccess(done -> relays.nudgeConsents())
                .toCompletionStage();
    }

    private static Future<List<Outcome>> store(SqlConnection connection, List<MemberLine> lines) {
        String[] members = lines.stream().map(MemberLine::member).toArray(String[]::new);
        Grants grants = new Grants();
        lines.forEach(grants::add);
        return connection
                .preparedQuery(JOIN)
                .execute(Tuple.tuple().addArrayOfString(members))
                .map(MemberImport::ids)
                .compose(joined -> connection
                        .preparedQuery(GRANT)
                        .execute(grants.toTuple())
                        .map(withdrawn -> outcomes(members, joined, ids(withdrawn))));
    }

    private static Set<String> ids(Iterable<Row> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getString(0)));
        return ids;
    }

    private static List<Outcome> outcomes(String[] members, Set<String> joined, Set<String> withdrawn) {
        List<Outcome> outcomes = new ArrayList<>(members.length);
        for (String member : members) {
            if (withdrawn.contains(member)) {
                ProblemException problem = ProblemException.conflict(
                        "consent-withdrawn",
                        "The member has withdrawn a permission, which an import does not give back");
                outcomes.add(Outcome.of(member, "conflict", problem.problem()));
            } else {
                // The same member twice in a chunk: the first has joined.
                outcomes.add(Outcome.of(member, joined.remove(member) ? "created" : "known"));
            }
        }
        return outcomes;
    }

    /** Permissions as columns. */
    private static final class Grants {
        private final List<String> members = new ArrayList<>();
        private final List<String> purposes = new ArrayList<>();
        private final List<String> partners = new ArrayList<>();
        private final List<String> evidence = new ArrayList<>();

        void add(MemberLine line) {
            List<@Nullable String> allowed = line.recordConsents();
            for (String partner : allowed == null ? List.<String>of() : allowed) {
                add(line, "records", String.valueOf(partner));
            }
            if (Boolean.TRUE.equals(line.social())) {
                add(line, "social", "");
            }
        }

        private void add(MemberLine line, String purpose, String partner) {
            members.add(String.valueOf(line.member()));
            purposes.add(purpose);
            partners.add(partner);
            evidence.add(String.valueOf(line.evidence()));
        }

        Tuple toTuple() {
            return Tuple.tuple()
                    .addArrayOfString(members.toArray(String[]::new))
                    .addArrayOfString(purposes.toArray(String[]::new))
                    .addArrayOfString(partners.toArray(String[]::new))
                    .addArrayOfString(evidence.toArray(String[]::new));
        }
    }
}
