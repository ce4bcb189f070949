package dev.standing.database;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure is, and what may be logged of it. */
public final class Fault {
    /**
     * Connections, credentials, a transaction that gave way to another, resources, an operator's hand, the system below; and
     * that a table is not there yet.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "28", "40", "53", "57", "58");

    private static final String UNDEFINED_TABLE = "42P01";

    private Fault() {}

    /**
     * Whether the same may succeed later: the database is away, goes, comes, is full, does not let us in, or undid one of two
     * transactions that waited for each other.
     */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException
                    || cause instanceof UnknownHostException
                    || cause instanceof ClosedChannelException
                    || cause instanceof ClosedConnectionException
                    // So the driver says that a connection or the pool is closed, or that none was free in time.
                    || cause instanceof NoStackTraceThrowable
                    || (cause instanceof SnapshotFailed snapshot && isPassing(snapshot.state()))
                    || (cause instanceof PgException database && isPassing(database.getSqlState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (PASSING_CLASSES.contains(state.substring(0, 2)) || state.equals(UNDEFINED_TABLE));
    }

    /** The failure and what caused it; of what the database says without the detail, which repeats values of rows. */
    public static String text(Throwable failure) {
        StringBuilder text = new StringBuilder(one(failure));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String one = one(cause);
            if (text.indexOf(one) < 0) {
                text.append("; ").append(one);
            }
        }
        return text.toString();
    }

    private static String one(Throwable failure) {
        return failure instanceof PgException database
                ? "PostgreSQL " + database.getSqlState() + ": " + database.getErrorMessage()
                : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
