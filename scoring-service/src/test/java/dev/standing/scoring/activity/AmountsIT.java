package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.database.Session;
import dev.standing.delivery.writer.Bench;
import dev.standing.scoring.Api;
import dev.standing.scoring.MovableClock;
import dev.standing.scoring.Wire;
import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.policy.Policies;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amounts by currency, on their whole way from the topic to the explanation. */
@QuarkusTest
class AmountsIT {
    private static final long MOST_OF_A_RECORD = 1_000_000_000_000L;

    private static final long MOST_OF_THE_TOPIC = 1_000_000_000_000_000L;

    @Inject
    MovableClock clock;

    @Inject
    Pool pool;

    @Inject
    Policies policies;

    private final Wire wire = new Wire();
    private final Bench bench = new Bench();
    private final String m = "m-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void join() {
        Api.await(() -> Api.management("/health/ready").statusCode() == 200, "ready");
        wire.recordsConsent(m, "acme", true, 1);
    }

    @AfterEach
    void close() {
        wire.close();
        bench.close();
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(days, ChronoUnit.DAYS);
    }

    private RecordEvent rent(String id, String kind, int daysAgo, long amountMinor, String currency) {
        return Wire.of(Wire.accepted("acme", m + "-" + id, m, kind, daysAgo(daysAgo)), amountMinor, currency);
    }

    private void send(RecordEvent event) {
        wire.record(event);
        wire.flush();
        Api.awaitQuiet();
    }

    private @Nullable Integer keptShare() {
        return Api.explanation(m).<Map<String, Object>>getList("attributes").stream()
                .filter(attribute -> "amount-kept-share".equals(attribute.get("name")))
                .map(attribute -> (Integer) attribute.get("value"))
                .findFirst()
                .orElse(null);
    }

    /** Whether the database has exactly this of the rents that the member paid in a currency, on one day. */
    private boolean hasPaid(String currency, int records, BigInteger amountMinor) {
        return bench.number("select count(*) from scoring.activity where member = '" + m + "' and kind = 'rent.paid'"
                        + " and currency = '" + currency + "' and records = " + records + " and amount_minor = "
                        + amountMinor)
                == 1;
    }

    @Test
    void unlikeAmountsAreNotAddedAndTheExplanationSaysWhatWasBinned() {
        for (int i = 0; i < 10; i++) {
            wire.record(rent("" + i, "rent.paid", 30 * i, 43_000, "USD"));
        }
        send(rent("late", "rent.late", 300, 700_000_000, "IDR"));

        assertThat(keptShare()).isEqualTo(9_090);
    }

    @Test
    void recordCountedBeforeCurrenciesWereNotedIsUndoneWhereItWasCounted() {
        // Given two records as they were kept before
        RecordEvent undone = rent("old", "rent.paid", 5, 43_000, "USD");
        keepFromBefore(undone, SeriesKey.NOT_NOTED, 2, 50_000);
        bench.execute("insert into scoring.seen_record values ('acme', '" + undone.id() + "', false, false)");

        // When one is retracted, and the other gets company
        wire.record(Wire.retracted(undone));
        send(rent("new", "rent.paid", 5, 1_000, "USD"));

        // Then
        assertThat(hasPaid(SeriesKey.NOT_NOTED, 1, BigInteger.valueOf(7_000))).isTrue();
        assertThat(hasPaid("USD", 1, BigInteger.valueOf(1_000))).isTrue();
    }

    @Test
    void sumBeyondWhatALongHoldsCountsAndIsUndoneExactly() {
        // Given a cell whose sum is a record away from the greatest long, as ten million greatest records make it
        RecordEvent first = rent("first", "rent.paid", 5, MOST_OF_A_RECORD, "EUR");
        RecordEvent second = rent("second", "rent.paid", 5, MOST_OF_A_RECORD, "EUR");
        long kept = Long.MAX_VALUE - MOST_OF_A_RECORD - 1;
        BigInteger before = BigInteger.valueOf(kept);
        BigInteger step = BigInteger.valueOf(MOST_OF_A_RECORD);
        keepFromBefore(first, "EUR", 9_223_371, kept);

        // When more comes and goes
        send(first);
        assertThat(hasPaid("EUR", 9_223_372, before.add(step))).isTrue();
        send(second);
        assertThat(hasPaid("EUR", 9_223_373, before.add(step).add(step))).isTrue();
        send(rent("late", "rent.late", 5, MOST_OF_A_RECORD, "EUR"));
        assertThat(keptShare()).as("as far as a long tells").isEqualTo(10_000);
        send(Wire.retracted(second));

        // Then what is left is exact, in the database and in what is scored by
        assertThat(hasPaid("EUR", 9_223_372, before.add(step))).isTrue();
        assertThat(keptShare()).isEqualTo(9_999);
        assertThat(Api.score(m).getInt("base")).isEqualTo(Api.explanation(m).getInt("base"));
    }

    @Test
    void amountsOfOneBatchThatAreBeyondALongTogetherCountAndAreUndoneExactly() {
        // Given as many of the greatest amounts that the topic may bring as share a transaction
        List<RecordEvent> events = IntStream.range(0, 20_000)
                .mapToObj(i -> rent("great-" + i, "rent.paid", 5, MOST_OF_THE_TOPIC, "CHF"))
                .toList();

        count(events);
        assertThat(hasPaid("CHF", 20_000, BigInteger.valueOf(MOST_OF_THE_TOPIC).multiply(BigInteger.valueOf(20_000))))
                .isTrue();

        count(events.subList(1, events.size()).stream().map(Wire::retracted).toList());
        assertThat(hasPaid("CHF", 1, BigInteger.valueOf(MOST_OF_THE_TOPIC))).isTrue();
    }

    private void count(List<RecordEvent> batch) {
        RecordCount count = new RecordCount(policies.catalogue());
        try (Session session = Session.open(pool, Duration.ofSeconds(20))) {
            session.transaction(() -> new CountedActivities(1)
                    .after(session, count.note(session, batch).deltas(), List.of(), List.of(m)));
        }
    }

    /** As if so many records of the day and kind were counted before this test; another hand than the writer's wrote them, so memory is read anew. */
    private void keepFromBefore(RecordEvent event, String currency, int records, long amountMinor) {
        Activity activity = new Activity();
        activity.add(
                new SeriesKey("acme", event.kind(), "other", currency),
                EpochDay.of(event.occurredAt()),
                records,
                amountMinor);
        bench.execute(
                "insert into scoring.member_activity values ('" + m + "', 'acme', " + PackedLiteral.of(activity) + ")");
        bench.breakSession(0x7374616e64696e67L);
    }
}
