package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.delivery.writer.Bench;
import dev.standing.scoring.Api;
import dev.standing.scoring.Wire;
import dev.standing.scoring.calendar.EpochDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member with 299,000 cells of activity is scored and read as anybody is. */
@QuarkusTest
class ManyCellsIT {
    private static final int GROUPS = 13;
    private static final int CURRENCIES = 23;
    private static final int WINDOW_IN_DAYS = 730;

    private final Wire wire = new Wire();
    private final Bench bench = new Bench();
    private final String m = "m-" + UUID.randomUUID().toString().substring(0, 8);
    private int today;

    @BeforeEach
    void ready() {
        Api.await(() -> Api.management("/health/ready").statusCode() == 200, "ready");
        Bench.await("everybody is evaluated", () -> bench.number("select max(day) from scoring.evaluation") > 0);
        today = (int) bench.number("select day from scoring.evaluation");
    }

    /** A member who joins with that much behind them. */
    private void joinWith(int days) {
        Activity activity = new Activity();
        for (int group = 1; group <= GROUPS; group++) {
            for (int currency = 1; currency <= CURRENCIES; currency++) {
                SeriesKey key = new SeriesKey("acme", "rent.paid", "g" + group, "C" + currency);
                for (int day = today - days + 1; day <= today; day++) {
                    activity.add(key, day, 1, 1_000);
                }
            }
        }
        bench.execute(
                "insert into scoring.member_activity values ('" + m + "', 'acme', " + PackedLiteral.of(activity) + ")");
        wire.recordsConsent(m, "acme", true, 1);
        wire.flush();
        Api.await(() -> Api.isKnown(m), "known");
    }

    @AfterEach
    void close() {
        wire.close();
        bench.close();
    }

    private RecordEvent rent(String id, int daysAgo) {
        return Wire.accepted(
                "acme", m + id, m, "rent.paid", EpochDay.start(today - daysAgo).plus(Duration.ofHours(9)));
    }

    private void send(RecordEvent event) {
        wire.record(event);
        wire.flush();
        Api.awaitQuiet();
    }

    private static Object value(JsonPath explanation, String attribute) {
        return explanation.<Map<String, Object>>getList("attributes").stream()
                .filter(each -> attribute.equals(each.get("name")))
                .map(each -> each.get("value"))
                .findFirst()
                .orElseThrow();
    }

    private long rows(String table) {
        return bench.number("select count(*) from scoring." + table + " where member = '" + m + "'");
    }

    @Test
    void theyCountAsAnyAndNobodyWhoAsksReadsThem() {
        int days = 1_000;
        joinWith(days);
        assertThat(rows("member_activity")).isOne();
        JsonPath before = Api.explanation(m);
        assertThat(value(before, "payments-on-record")).isEqualTo(GROUPS * CURRENCIES * WINDOW_IN_DAYS);
        assertThat(value(before, "days-known")).isEqualTo(days - 1);

        // When one comes that is older than all, and goes again
        RecordEvent late = rent("late", 3_000);
        send(late);
        assertThat(value(Api.explanation(m), "days-known")).isEqualTo(3_000);
        send(Wire.retracted(late));

        // Then nothing is left of it
        JsonPath after = Api.explanation(m);
        assertThat(after.<List<?>>get("attributes")).isEqualTo(before.<List<?>>get("attributes"));
        int score = before.getInt("score");
        assertThat(after.getInt("score")).isEqualTo(score);

        // And who asks is answered from what was measured
        bench.execute("delete from scoring.member_activity where member = '" + m + "'");
        assertThat(Api.explanation(m).<List<?>>get("attributes")).isEqualTo(before.<List<?>>get("attributes"));
        assertThat(IntStream.range(0, 64).parallel().map(i -> Api.score(m).getInt("score")))
                .containsOnly(score);
    }

    @Test
    void whatIsReadAnewIsUndoneAndAddedTo() {
        // Given days that were written before, and a first record
        joinWith(10);
        RecordEvent first = rent("first", 2_500);
        send(first);
        restart();
        send(rent("again", 1));
        assertThat(value(Api.explanation(m), "days-known")).isEqualTo(2_500);
        // When the first is taken back
        send(Wire.retracted(first));

        // Then the next is the first, also for who reads all anew
        assertThat(value(Api.explanation(m), "days-known")).isEqualTo(9);
        restart();
        send(rent("anew", 1));
        assertThat(value(Api.explanation(m), "days-known")).isEqualTo(9);
    }

    /** Memory is read anew, as after any failure. */
    private void restart() {
        bench.breakSession(0x7374616e64696e67L);
    }
}
