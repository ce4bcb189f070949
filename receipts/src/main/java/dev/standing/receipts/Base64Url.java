package dev.standing.receipts;

import dev.standing.receipts.Verdict.Reason;
import java.util.Base64;

/** Base64 without padding, in the one spelling that each sequence of bytes has: what is another text is another thing. */
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static byte[] decode(String text) throws Refusal {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.MALFORMED, "A part of it is not base64url", e);
        }
        throw new Refusal(Reason.MALFORMED, "A part of it is not base64url as it is written");
    }
}
