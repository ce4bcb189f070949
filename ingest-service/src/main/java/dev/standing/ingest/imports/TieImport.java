package dev.standing.ingest.imports;

import dev.standing.ingest.ledger.JournalLock;
import dev.standing.ingest.lines.Outcome;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings ties in that both sides have agreed to elsewhere, a chunk a transaction. One that a member has severed since
 * stays severed.
 */
@ApplicationScoped
class TieImport {
    private static final String ACTIVATE = """
            with wanted as (
                select * from unnest($1::text[], $2::text[], $3::float8[], $4::text[]) with ordinality
                              as w(a, b, weight, evidence, n)),
            written as (
                insert into ingest.tie as t (a, b, state, asked_by, weight, version, changed_at)
                select w.a, w.b, 'active', w.a, w.weight, 1, now() from wanted w
                join ingest.member ma on ma.id = w.a join ingest.member mb on mb.id = w.b
                order by w.n
                on conflict (a, b) do update
                set state = 'active', weight = excluded.weight, version = t.version + 1, changed_at = now()
                where t.state = 'pending'
                returning a, b, weight, version),
            noted as (
                insert into ingest.tie_journal (a, b, state, weight, version, evidence, at)
                select t.a, t.b, 'active', t.weight, t.version, w.evidence, now()
                from written t join wanted w on w.a = t.a and w.b = t.b)
            select a, b from written
            """;

    private static final String LOOK_UP = """
            select w.a, w.b, t.state, t.weight from unnest($1::text[], $2::text[]) as w(a, b)
            join ingest.tie t on t.a = w.a and t.b = w.b
            """;

    private final Pool pool;
    private final Relays relays;

    TieImport(Pool pool, Relays relays) {
        this.pool = pool;
        this.relays = relays;
    }

    CompletionStage<List<Outcome>> store(List<TieLine> lines) {
        return ImportTransaction.run(pool, JournalLock.TIES, connection -> store(connection, lines))
                .onSuccess(done -> relays.nudgeTies())
                .toCompletionStage();
    }

    private static Future<List<Outcome>> store(SqlConnection connection, List<TieLine> lines) {
        Map<String, TieLine> firstByKey = new LinkedHashMap<>();
        lines.forEach(line -> firstByKey.putIfAbsent(key(line), line));
        Collection<TieLine> firsts = firstByKey.values();
        Tuple pairs = Tuple.tuple()
                .addArrayOfString(firsts.stream().map(TieImport::a).toArray(String[]::new))
                .addArrayOfString(firsts.stream().map(TieImport::b).toArray(String[]::new));
        Tuple whole = Tuple.tuple()
                .addValue(pairs.getValue(0))
                .addValue(pairs.getValue(1))
                .addArrayOfDouble(firsts.stream().map(TieLine::weight).toArray(Double[]::new))
                .addArrayOfString(firsts.stream().map(TieLine::evidence).toArray(String[]::new));
        return connection.preparedQuery(ACTIVATE).execute(whole).compose(written -> connection
                .preparedQuery(LOOK_UP)
                .execute(pairs)
                .map(found -> outcomes(lines, keys(written), found)));
    }

    private static List<Outcome> outcomes(List<TieLine> lines, List<String> written, RowSet<Row> found) {
        Map<String, Row> rowByKey = new HashMap<>();
        found.forEach(row -> rowByKey.put(row.getString(0) + "|" + row.getString(1), row));
        Map<String, Boolean> fresh = new HashMap<>();
        written.forEach(key -> fresh.put(key, true));
        List<Outcome> outcomes = new ArrayList<>(lines.size());
        for (TieLine line : lines) {
            String key = key(line);
            outcomes.add(
                    fresh.remove(key) != null ? Outcome.of(key, "created") : notWritten(key, line, rowByKey.get(key)));
        }
        return outcomes;
    }

    private static Outcome notWritten(String key, TieLine line, @Nullable Row row) {
        if (row == null) {
            return Outcome.of(
                    key,
                    Outcome.REFUSED,
                    ProblemException.notFound("A member of the tie").problem());
        }
        if ("severed".equals(row.getString(2))) {
            return Outcome.of(
                    key,
                    "conflict",
                    ProblemException.conflict("tie-severed", "A member has severed the tie; an import leaves it so")
                            .problem());
        }
        if (!row.getDouble(3).equals(line.weight())) {
            return Outcome.of(
                    key,
                    "conflict",
                    ProblemException.conflict("tie-active", "The tie is active with another weight")
                            .problem());
        }
        return Outcome.of(key, "known");
    }

    private static List<String> keys(RowSet<Row> rows) {
        List<String> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(row.getString(0) + "|" + row.getString(1)));
        return keys;
    }

    private static String key(TieLine line) {
        return a(line) + "|" + b(line);
    }

    private static String a(TieLine line) {
        String one = String.valueOf(line.a());
        String other = String.valueOf(line.b());
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String b(TieLine line) {
        String one = String.valueOf(line.a());
        String other = String.valueOf(line.b());
        return one.compareTo(other) < 0 ? other : one;
    }
}
