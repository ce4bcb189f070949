package dev.standing.receipts;

import java.net.URI;

/**
 * Where it says whether a receipt was revoked: the {@code status_list} claim of the Token Status List.
 *
 * @param uri of the list
 * @param index of the bit in it, 0 or more
 */
public record StatusReference(URI uri, int index) {
    public StatusReference {
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + "; allowed: 0 or more");
        }
    }
}
