package dev.standing.ingest.partners;

import dev.standing.database.Columns;
import dev.standing.ingest.journal.JournalLock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What others are told of partners: a change a row, one a day of each at most, so that nobody who goes by a bound swings around it all day. */
@Singleton
class FigureJournal {
    /**
     * Of whom any record was found wrong and nothing is told today, by the database's clock, which all processes share. While what the ledger
     * took is not counted yet, shares would be too great, and nobody is told of.
     */
    private static final String COUNTED = """
            select c.partner, coalesce(j.basis_points, 0), coalesce(j.version, 0),
                   coalesce(sum(times) filter (where what = '%1$s'), 0)::bigint,
                   coalesce(sum(times) filter (where what = '%2$s'), 0)::bigint,
                   coalesce(sum(times) filter (where what = '%3$s'), 0)::bigint
            from ingest.partner_count c
            left join lateral (
                select basis_points, version, at from ingest.partner_journal p
                where p.partner = c.partner order by version desc limit 1) j on true
            where c.what in ('%1$s', '%2$s', '%3$s')
              and c.partner in (select partner from ingest.partner_count where what = '%3$s')
              and (j.at is null or (j.at at time zone 'UTC')::date < (now() at time zone 'UTC')::date)
              and not exists (
                select from ingest.ledger
                where position > (select ledger_through from ingest.counted) and accepted_at < now() - interval '1 minute')
            group by c.partner, j.basis_points, j.version
            """.formatted(Counted.ACCEPTED, Counted.UNDONE, Counted.UPHELD);

    private static final String APPEND = """
            insert into ingest.partner_journal (partner, basis_points, version)
            select * from unnest($1::text[], $2::int[], $3::bigint[])
            """;
    private static final Columns<Figure> FIGURE = Columns.of(Figure.class)
            .text(Figure::partner)
            .int4(Figure::basisPoints)
            .int8(Figure::version);

    private final Pool pool;

    FigureJournal(Pool pool) {
        this.pool = pool;
    }

    /** Appends what is not told yet. */
    Uni<Void> append() {
        return pool.withTransaction(connection -> connection
                .query(JournalLock.PARTNERS.statement())
                .execute()
                .chain(() -> connection.query(COUNTED).execute())
                .map(FigureJournal::changed)
                .chain(changed -> append(connection, changed)));
    }

    private static Uni<Void> append(SqlConnection connection, List<Figure> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(APPEND).execute(FIGURE.of(changed)).replaceWithVoid();
    }

    private static List<Figure> changed(RowSet<Row> counted) {
        List<Figure> changed = new ArrayList<>();
        for (Row row : counted) {
            int basisPoints = Counts.of(Map.of(
                            Counted.ACCEPTED, row.getLong(3),
                            Counted.UNDONE, row.getLong(4),
                            Counted.UPHELD, row.getLong(5)))
                    .upheldBasisPoints();
            if (basisPoints != row.getInteger(1)) {
                changed.add(new Figure(row.getString(0), basisPoints, row.getLong(2) + 1));
            }
        }
        return changed;
    }
}
