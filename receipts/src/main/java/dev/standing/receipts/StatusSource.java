package dev.standing.receipts;

import java.io.IOException;
import java.net.URI;

/** Where status lists come from. Asked only of receipts that are signed, so the address is the issuer's. */
@FunctionalInterface
public interface StatusSource {
    /**
     * The status list token of that address.
     *
     * @throws IOException where it cannot be had, so that nothing can be said of the receipt
     */
    String token(URI uri) throws IOException;
}
