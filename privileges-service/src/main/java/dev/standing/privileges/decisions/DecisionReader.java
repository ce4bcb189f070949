package dev.standing.privileges.decisions;

import dev.standing.web.access.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads decisions. Each question is one statement, hence one moment. */
@Singleton
class DecisionReader {
    /** An amount is answered with a limit in its own currency: of another it would have been refused. */
    private static final String SELECT = """
            select d.id, d.at, d.partner, d.member, d.perk, d.wanted_tier, d.amount_minor, d.term_months, d.allowed, d.answer,
                p.name, p.version, p.fingerprint, d.basis,
                case when d.amount_minor is not null then d.answer::json #>> '{limit,currency}' end
            from privileges.decision d join privileges.perk_policy p on p.id = d.policy
            """;

    private static final String OF_ID = SELECT + "where d.id = $1";
    private static final String OF_MEMBER =
            SELECT + "where d.member = $1 and d.at >= $2 and d.at < $3 order by d.at, d.id limit $4";
    private static final String DOCUMENT = "select document from privileges.perk_policy where fingerprint = $1";

    private final Pool pool;

    DecisionReader(Pool pool) {
        this.pool = pool;
    }

    /** Null where there is none. */
    Uni<@Nullable Decision> find(UUID id) {
        return pool.preparedQuery(OF_ID).execute(Tuple.of(id)).map(rows -> {
            RowIterator<Row> row = rows.iterator();
            return row.hasNext() ? decision(row.next()) : null;
        });
    }

    /** Whatever was asked about the member in that time, oldest first. */
    Uni<List<Decision>> of(String member, Period period, int most) {
        Tuple parameters = Tuple.of(
                member, period.from().atOffset(ZoneOffset.UTC), period.to().atOffset(ZoneOffset.UTC), most);
        return pool.preparedQuery(OF_MEMBER).execute(parameters).map(rows -> {
            List<Decision> decisions = new ArrayList<>();
            rows.forEach(row -> decisions.add(decision(row)));
            return decisions;
        });
    }

    /** The policy's document as JSON. */
    Uni<String> document(String fingerprint) {
        return pool.preparedQuery(DOCUMENT)
                .execute(Tuple.of(fingerprint))
                .map(rows -> rows.iterator().next().getString(0));
    }

    private static Decision decision(Row row) {
        return new Decision(
                row.getUUID(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(14),
                row.getInteger(7),
                row.getBoolean(8),
                row.getString(9),
                new Decision.Policy(row.getString(10), row.getInteger(11), row.getString(12)),
                row.getString(13));
    }
}
