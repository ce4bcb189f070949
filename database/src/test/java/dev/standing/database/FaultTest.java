package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever calls is told to come again where that may help, and that it is our fault where it cannot. */
class FaultTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "28P01, true",
        "40001, true",
        "40P01, true",
        "42P01, true",
        "53300, true",
        "57P01, true",
        "22021, false",
        "23505, false",
        "25001, false",
        "42601, false",
        "XX000, false"
    })
    void whatMaySucceedLaterIsToldFromWhatMayNot(String state, boolean later) {
        PgException failure = new PgException("refused", "ERROR", state, "values of a row");

        assertThat(Fault.isPassing(new IllegalStateException(failure))).isEqualTo(later);
        assertThat(Fault.text(failure)).doesNotContain("values");
    }

    @Test
    void aConnectionThatIsClosedMayBeOpenLater() {
        Throwable failure = new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");

        assertThat(Fault.isPassing(new IllegalStateException(failure))).isTrue();
    }
}
