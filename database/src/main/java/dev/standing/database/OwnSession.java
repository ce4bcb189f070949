package dev.standing.database;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/**
 * Whether a connection of ours is one of the server's, for as long as it is open. The lock of who leads belongs to a session: a pooler that
 * hands on connections after each transaction would give it to somebody else.
 */
final class OwnSession {
    private OwnSession() {}

    /**
     * Has one connection do two transactions, between which another connection begins one: what a pooler had got back from the first it
     * lends to the second.
     *
     * @throws Refused where the two were done by two backends
     */
    static void require(Pool pool, Duration patience) {
        try (Session ours = Session.open(pool, patience);
                Session another = Session.open(pool, patience)) {
            int first = ours.transaction(() -> backend(ours));
            int second = another.transaction(() -> {
                backend(another);
                return ours.transaction(() -> backend(ours));
            });
            if (first != second) {
                throw new Refused(
                        "The connection to PostgreSQL is not a session of its own: two transactions were done by two backends ("
                                + first + ", " + second
                                + "). Allowed: the primary itself, or a pooler in session mode");
            }
        }
    }

    private static int backend(Session session) {
        return session.run("select pg_backend_pid()").iterator().next().getInteger(0);
    }
}
