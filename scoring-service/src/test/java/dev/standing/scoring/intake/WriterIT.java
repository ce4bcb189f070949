package dev.standing.scoring.intake;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.WriterContract;
import dev.standing.scoring.Wire;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.PackedLiteral;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.calendar.EpochDay;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Objects;

/** A record's effect is one more record in the activity of the member. */
@QuarkusTest
class WriterIT extends WriterContract {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    protected String topic() {
        return Topics.RECORDS;
    }

    private static RecordEvent rent(String id) {
        return Wire.accepted("acme", id, id, "rent.paid", DAY);
    }

    @Override
    protected byte[] message(String id) {
        return EventJson.write(rent(id));
    }

    /** Of a member whose count is the greatest there is already. */
    @Override
    protected byte[] refused(String id) {
        RecordEvent event = rent(id);
        Activity activity = new Activity();
        activity.add(
                new SeriesKey("acme", event.kind(), "other", Objects.requireNonNullElse(event.currency(), "")),
                EpochDay.of(DAY),
                Long.MAX_VALUE,
                1);
        bench.execute("insert into scoring.member_activity values ('" + id + "', 'acme', " + PackedLiteral.of(activity)
                + ")");
        return EventJson.write(rent(id));
    }

    @Override
    protected String refusal() {
        return "ArithmeticException";
    }

    @Override
    protected int effects(String id) {
        return (int) bench.number("select coalesce(sum(records), 0) from scoring.activity where member = '" + id + "'");
    }
}
