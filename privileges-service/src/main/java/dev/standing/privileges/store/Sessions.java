package dev.standing.privileges.store;

import dev.standing.privileges.setup.PrivilegesConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;

/** Connections for the threads of the service. */
@Singleton
public final class Sessions {
    /** Any number that no other lock of this database uses. */
    private static final long WRITER = 0x70726976L;

    private final Pool pool;
    private final PrivilegesConfig config;

    Sessions(Pool pool, PrivilegesConfig config) {
        this.pool = pool;
        this.config = config;
    }

    public Session open() {
        return new Session(pool.getConnection().await().atMost(config.patience()), config.patience());
    }

    /**
     * Claims to be the one writer, for as long as the session is open. What the writer does it does on this very session,
     * so that losing the claim and losing the work are one.
     */
    public static boolean claimWriter(Session session) {
        return session.run("select pg_try_advisory_lock($1)", Tuple.of(WRITER))
                .iterator()
                .next()
                .getBoolean(0);
    }

    /** A failure for the log: what the database says of it without the detail, which repeats values of rows. */
    public static String fault(Exception e) {
        return e instanceof PgException database
                ? "PostgreSQL " + database.getSqlState() + ": " + database.getErrorMessage()
                : e.toString();
    }
}
