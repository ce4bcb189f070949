package dev.standing.database;

import io.vertx.pgclient.PgException;

/** What may be logged of a failure. */
public final class Fault {
    private Fault() {}

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
