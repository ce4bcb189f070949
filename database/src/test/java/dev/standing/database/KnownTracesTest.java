package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class KnownTracesTest {
    private static final StackTraceElement PROMISE = frame("io.vertx.core.Promise", "fail");
    private static final StackTraceElement TIMER =
            frame("io.vertx.sqlclient.impl.pool.SqlConnectionPool", "lambda$execute$3");

    private final KnownTraces filter = new KnownTraces();

    @Test
    void theLateTimerOfThePoolIsLeftOut() {
        assertThat(filter.isLoggable(line(failure("Result is already complete", PROMISE, TIMER))))
                .isFalse();
    }

    @Test
    void whateverElseIsAlreadyCompleteIsTold() {
        assertThat(filter.isLoggable(line(failure("Result is already complete", PROMISE, frame("ours.Writer", "run")))))
                .isTrue();
    }

    @Test
    void whateverElseThePoolSaysIsTold() {
        assertThat(filter.isLoggable(line(failure("Invalid state", PROMISE, TIMER))))
                .isTrue();
        assertThat(filter.isLoggable(line(null))).isTrue();
    }

    private static IllegalStateException failure(String message, StackTraceElement... trace) {
        IllegalStateException failure = new IllegalStateException(message);
        failure.setStackTrace(trace);
        return failure;
    }

    private static LogRecord line(IllegalStateException thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
        line.setThrown(thrown);
        return line;
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, null, 1);
    }
}
