package dev.standing.scoring.partners;

import dev.standing.contracts.event.PartnerEvent;
import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures in the database: of each partner the highest version. */
final class FigureStore {
    private static final String APPLY = """
            insert into partner_figure (partner, basis_points, version)
            select * from unnest($1::text[], $2::int[], $3::bigint[])
            on conflict (partner) do update set basis_points = excluded.basis_points, version = excluded.version
                where excluded.version > partner_figure.version
            """;
    private static final Columns<PartnerEvent> COLUMNS = Columns.of(PartnerEvent.class)
            .text(event -> event.partner().value())
            .int4(PartnerEvent::upheldBasisPoints)
            .int8(PartnerEvent::figureVersion);

    private FigureStore() {}

    /** Writes what is news. */
    static void apply(Session session, List<PartnerEvent> events) {
        Map<String, PartnerEvent> latest = new LinkedHashMap<>();
        for (PartnerEvent event : events) {
            latest.merge(event.partner().value(), event, (x, y) -> x.figureVersion() >= y.figureVersion() ? x : y);
        }
        if (!latest.isEmpty()) {
            session.run(APPLY, COLUMNS.of(latest.values()));
        }
    }

    /** The least share of wrong records of each partner of whom it is known, in basis points. */
    static Map<String, Integer> load(Session session) {
        Map<String, Integer> figures = new HashMap<>();
        for (Row row : session.run("select partner, basis_points from partner_figure")) {
            figures.put(row.getString(0), row.getInteger(1));
        }
        return figures;
    }
}
