package dev.standing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.WatermarkEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private long nanos = 1;
    private final Watermarks watermarks = new Watermarks(journal("ledger"), () -> nanos);

    private static Journal journal(@Nullable String ledger) {
        return new Journal(
                "ingest",
                "consent_journal",
                "standing.consents",
                "at",
                "*",
                row -> {
                    throw new IllegalStateException("nothing is read here");
                },
                ledger);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** Whether one is said of a ledger of that length now. */
    private boolean says(long ledgerThrough) {
        if (watermarks.isDue()) {
            watermarks.take(NOON, ledgerThrough, 0);
            watermarks.told(0);
        }
        WatermarkEvent reached = watermarks.reached();
        if (reached == null) {
            return false;
        }
        watermarks.said(reached);
        return true;
    }

    @Test
    void oneIsSaidAtFirstAndThenOnceASecond() {
        assertThat(says(7)).isTrue();

        assertThat(says(7)).isFalse();
        pass(Duration.ofMillis(999));
        assertThat(says(7)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(says(7)).isTrue();
    }

    @Test
    void ofALedgerThatHasGrownItIsSaidSooner() {
        assertThat(says(7)).isTrue();
        pass(Duration.ofMillis(399));
        assertThat(says(8)).isFalse();

        pass(Duration.ofMillis(1));

        assertThat(says(8)).isTrue();
    }

    @Test
    void whoWaitsIsToldAtOnceAndOnlyOfWhatWasNotSaid() {
        assertThat(says(7)).isTrue();
        pass(Duration.ofMillis(50));

        assertThat(watermarks.ask(7)).isFalse();
        assertThat(says(8)).isFalse();

        assertThat(watermarks.ask(8)).isTrue();
        assertThat(says(8)).isTrue();
        assertThat(says(9)).isFalse();
    }

    @Test
    void itIsSaidOnceAllThatWasThereIsToldHoweverManyBatchesThatTakes() {
        watermarks.take(NOON, 42, 10);

        watermarks.told(4);
        assertThat(watermarks.reached()).isNull();
        assertThat(watermarks.isDue()).as("the first is not said yet").isFalse();
        watermarks.told(10);
        assertThat(watermarks.reached()).isEqualTo(new WatermarkEvent(1, "standing.consents", NOON, 42));
    }

    @Test
    void oneThatAnotherProcessHasOvertakenIsNotSaid() {
        watermarks.take(NOON, 42, 10);

        watermarks.forget();
        watermarks.told(10);

        assertThat(watermarks.reached()).isNull();
    }

    @Test
    void aJournalWithoutALedgerSaysNone() {
        Watermarks none = new Watermarks(journal(null), () -> nanos);

        assertThat(none.isDue()).isFalse();
        assertThat(none.ask(1)).isFalse();
    }
}
