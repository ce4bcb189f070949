package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.database.Session;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who analyses sees a row a day and sort, and the database takes apart what was packed here. */
@QuarkusTest
class ActivityViewIT {
    private static final String CELLS = """
            select kind, category_group, currency, day, records, amount_minor::text
            from scoring.activity where member = $1 and partner = 'acme'
            """;

    @Inject
    Pool pool;

    private final String m = "m-" + UUID.randomUUID().toString().substring(0, 8);

    /** As the view has it. */
    private record Cell(String kind, String group, String currency, int day, long records, String amountMinor) {}

    private static List<Cell> cells(Activity activity) {
        List<Cell> cells = new ArrayList<>();
        activity.forEach((key, series) -> {
            for (int i = 0; i < series.size(); i++) {
                cells.add(new Cell(
                        key.kind(),
                        key.categoryGroup(),
                        key.currency(),
                        series.day(i),
                        series.count(i),
                        series.exactAmountMinor(i).toString()));
            }
        });
        return cells;
    }

    private static Activity activity() {
        Activity activity = new Activity();
        List<BigInteger> amounts = List.of(
                BigInteger.ZERO,
                BigInteger.valueOf(-1),
                BigInteger.valueOf(64),
                BigInteger.valueOf(Long.MAX_VALUE),
                BigInteger.valueOf(Long.MIN_VALUE),
                BigInteger.TEN.pow(40),
                BigInteger.TEN.pow(40).negate());
        for (String kind : List.of("rent.paid", "ünïcode", "k".repeat(200))) {
            for (String currency : List.of("EUR", SeriesKey.NOT_NOTED)) {
                SeriesKey key = new SeriesKey("acme", kind, "other", currency);
                for (int i = 0; i < amounts.size(); i++) {
                    activity.add(key, -40 + 20_000 * i, i + 1L, amounts.get(i));
                }
                activity.add(key, Integer.MAX_VALUE, Long.MAX_VALUE, 1);
            }
        }
        return activity;
    }

    @Test
    void itIsWhatWasPackedToTheLastUnit() {
        Activity activity = activity();
        List<Cell> seen = new ArrayList<>();
        try (Session session = Session.open(pool, Duration.ofSeconds(20))) {
            session.transaction(() -> {
                ActivityStore.save(session, List.of(new ActivityStore.WithPartner(m, "acme", activity)));
                return m;
            });
            for (Row row : session.run(CELLS, m)) {
                seen.add(new Cell(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInteger(3),
                        row.getLong(4),
                        row.getString(5)));
            }
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(cells(activity));
    }
}
