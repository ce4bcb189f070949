package dev.standing.database;

/** Deletes what was kept for long enough, some at a time, so that no statement holds others up. Used by one thread. */
public final class Pruning {
    private static final int AT_ONCE = 5_000;

    private Pruning() {}

    /**
     * Deletes until there is nothing left to.
     *
     * @param sql a delete of rows older than {@code $1}, of {@code $2} of them at most
     */
    public static void run(Session session, String sql, Object age) {
        int deleted;
        do {
            deleted = session.run(sql, age, AT_ONCE).rowCount();
        } while (deleted == AT_ONCE);
    }
}
