package dev.standing.privileges.webhooks.fanout;

import dev.standing.privileges.webhooks.EventType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal.
 *
 * @param partner whom alone it is about; null where it is for everybody who sees the member
 * @param content a JSON object
 */
record Happening(
        long position, String type, String member, @Nullable String partner, String content, Instant at) {
    static Happening of(Row row) {
        return new Happening(
                row.getLong("position"),
                row.getString("type"),
                row.getString("member"),
                row.getString("partner"),
                row.getString("content"),
                row.getOffsetDateTime("at").toInstant());
    }

    boolean isWithdrawal() {
        return type.equals(EventType.CONSENT_WITHDRAWN.code());
    }
}
