package dev.standing.database;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out what the driver's pool throws half a minute after each statement that found no connection: it does not call off its own timer,
 * which then fails what has failed already (eclipse-vertx/vertx-sql-client 1706). Whoever waited was told in time.
 */
@LoggingFilter(name = "known-traces")
final class KnownTraces implements Filter {
    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(line.getThrown() instanceof IllegalStateException thrown && isOfLateTimer(thrown));
    }

    private static boolean isOfLateTimer(IllegalStateException thrown) {
        return "Result is already complete".equals(thrown.getMessage())
                && Arrays.stream(thrown.getStackTrace()).limit(2).anyMatch(frame -> frame.getClassName()
                        .equals(POOL));
    }
}
