package dev.standing.receipts;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a receipt says: as it is issued all of it, as it is verified what its holder chose to disclose.
 *
 * @param issuer {@code iss}, an address
 * @param audience {@code aud}, for whom alone it is
 * @param member {@code sub}, whose standing it is about
 * @param id {@code jti}
 * @param issued in whole seconds
 * @param expires in whole seconds
 * @param disclosed values by name, each a {@code String} or a {@code Long}
 */
public record Receipt(
        String issuer,
        String audience,
        String member,
        String id,
        Instant issued,
        Instant expires,
        StatusReference status,
        Map<String, Object> disclosed) {

    public Receipt {
        disclosed.forEach((name, value) -> {
            if (!(value instanceof String) && !(value instanceof Long)) {
                throw new IllegalArgumentException(name + " is neither a String nor a Long");
            }
        });
        disclosed = Collections.unmodifiableMap(new TreeMap<>(disclosed));
    }
}
