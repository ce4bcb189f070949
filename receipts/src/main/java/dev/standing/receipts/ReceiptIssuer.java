package dev.standing.receipts;

import java.security.SecureRandom;

/** Signs receipts. Thread-safe. */
public final class ReceiptIssuer {
    private final SecureRandom random = new SecureRandom();

    /** The receipt as its member gets it, with everything disclosed: {@code token~disclosure~…~}. */
    public String issue(Receipt receipt, SigningKeys keys) {
        return SdJwt.write(receipt, keys, random);
    }
}
