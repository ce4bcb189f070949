package dev.standing.scoring.publication;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the ledger is scored, in the database. */
final class ProgressStore {
    private static final Columns<Reached> COLUMNS =
            Columns.of(Reached.class).int4(Reached::partition).int8(Reached::through);

    private record Reached(int partition, long through) {}

    private ProgressStore() {}

    /** By partition of the records' topic. */
    static Map<Integer, Long> read(Session session) {
        Map<Integer, Long> throughByPartition = new HashMap<>();
        for (Row row : session.run("select partition, through from progress")) {
            throughByPartition.put(row.getInteger(0), row.getLong(1));
        }
        return throughByPartition;
    }

    static void write(Session session, Map<Integer, Long> throughByPartition) {
        List<Reached> rows = throughByPartition.entrySet().stream()
                .map(entry -> new Reached(entry.getKey(), entry.getValue()))
                .toList();
        session.run("""
                insert into progress (partition, through) select * from unnest($1::int[], $2::bigint[])
                on conflict (partition) do update set through = greatest(progress.through, excluded.through)
                """, COLUMNS.of(rows));
    }
}
