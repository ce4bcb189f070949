package dev.standing.database;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The database could not be read; without the detail that it gives, which repeats values of rows. */
final class SnapshotFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** As of a connection that fails: whoever has none to give says no state. */
    private static final String NO_CONNECTION = "08000";

    private final String state;

    SnapshotFailed(SQLException failure) {
        super(text(failure));
        state = failure.getSQLState() == null ? NO_CONNECTION : failure.getSQLState();
    }

    String state() {
        return state;
    }

    private static String text(SQLException failure) {
        ServerErrorMessage said = failure instanceof PSQLException database ? database.getServerErrorMessage() : null;
        return said == null
                ? String.valueOf(failure.getMessage())
                : "PostgreSQL " + failure.getSQLState() + ": " + said.getMessage();
    }
}
