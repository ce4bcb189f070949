package dev.standing.privileges.webhooks.delivery;

import io.vertx.mutiny.sqlclient.Row;

/**
 * One member's events to one endpoint, taken for a while.
 *
 * @param done the sequence of the last that arrived, or was passed over
 * @param last the sequence of the last that there was when it was taken
 * @param lease by which it is given back; another number where another took it since
 * @param attempts how often the next one failed
 */
record Claim(String endpoint, String member, long done, long last, long lease, int attempts) {
    static Claim of(Row row) {
        return new Claim(
                row.getString("endpoint"),
                row.getString("member"),
                row.getLong("done"),
                row.getLong("last"),
                row.getLong("lease"),
                row.getInteger("attempts"));
    }
}
