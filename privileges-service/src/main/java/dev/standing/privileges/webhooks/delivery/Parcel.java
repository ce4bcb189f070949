package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.signing.Keys;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** The next event of a claim, and where it goes. */
record Parcel(Claim claim, String url, Keys keys, long sequence, String id, String type, String body) {
    static Parcel of(Claim claim, Row row) {
        return new Parcel(
                claim,
                row.getString("url"),
                keys(row),
                row.getLong("sequence"),
                row.getString("id"),
                row.getString("type"),
                row.getString("body"));
    }

    private static Keys keys(Row row) {
        @Nullable String former = row.getString("former_secret");
        return new Keys(
                row.getString("secret"),
                row.getString("signing_key"),
                former == null ? null : new Keys(former, row.getString("former_signing_key"), null));
    }
}
