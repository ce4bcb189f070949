package dev.standing.receipts;

import java.io.IOException;
import java.net.URI;

/**
 * Where status lists come from. Asked only of receipts that are signed, so the address is the issuer's, of http or https. How long it takes, and
 * how much is read, is for whoever gets it to bound: a list of two million characters is longer than any.
 */
@FunctionalInterface
public interface StatusSource {
    /**
     * The status list token of that address.
     *
     * @throws IOException where it cannot be had, so that nothing can be said of the receipt
     */
    String token(URI uri) throws IOException;
}
