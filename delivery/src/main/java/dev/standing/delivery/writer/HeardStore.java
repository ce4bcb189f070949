package dev.standing.delivery.writer;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is heard, for whoever reads the database: {@code heard (topic text, at timestamptz, ledger_through bigint)}. */
final class HeardStore {
    private static final Columns<WatermarkEvent> COLUMNS = Columns.of(WatermarkEvent.class)
            .text(WatermarkEvent::topic)
            .timestamptz(WatermarkEvent::at)
            .int8(WatermarkEvent::ledgerThrough);

    private HeardStore() {}

    /** By topic. */
    static Map<String, WatermarkEvent> load(Session session, String schema) {
        Map<String, WatermarkEvent> heard = new HashMap<>();
        for (Row row : session.run("select topic, at, ledger_through from " + schema + ".heard")) {
            heard.put(
                    row.getString(0),
                    new WatermarkEvent(
                            Event.CURRENT_VERSION,
                            row.getString(0),
                            row.getOffsetDateTime(1).toInstant(),
                            row.getLong(2)));
        }
        return heard;
    }

    /** In a transaction of its own, which need not be flushed: after a crash the next watermark comes within a second. */
    static void save(Session session, String schema, Collection<WatermarkEvent> heard) {
        session.transaction(() -> {
            session.command("set local synchronous_commit = off");
            return session.run(
                    "insert into " + schema + ".heard (topic, at, ledger_through)"
                            + " select * from unnest($1::text[], $2::timestamptz[], $3::bigint[])"
                            + " on conflict (topic) do update"
                            + " set at = excluded.at, ledger_through = excluded.ledger_through",
                    COLUMNS.of(heard));
        });
    }
}
