package dev.standing.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A bit for each receipt, set where it is revoked: a status list token by the IETF's Token Status List, of one bit each. */
public final class StatusList {
    static final String TYPE = "statuslist+jwt";

    private static final int BITS = 1;
    private static final int BUFFER_BYTES = 8_192;
    /** A list that unpacks to more is none of ours. */
    private static final int MOST_BYTES = 1 << 20;
    /** What so many bytes are as base64 of base64, and a little. */
    private static final int MOST_CHARACTERS = 1 << 21;

    private final byte[] bytes;

    private StatusList(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Signs a list.
     *
     * @param uri of the list, as receipts name it
     * @param revoked the bits that are set, below {@code size}
     * @param size how many bits there are, a multiple of 8
     * @param fresh how long nobody needs to ask again
     * @param good how long it may be relied on
     */
    public static String sign(
            SigningKeys keys, URI uri, BitSet revoked, int size, Instant now, Duration fresh, Duration good) {
        byte[] bytes = new byte[size / Byte.SIZE];
        byte[] set = revoked.toByteArray();
        System.arraycopy(set, 0, bytes, 0, set.length);
        ObjectNode claims = Json.object()
                .put("sub", uri.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(good).getEpochSecond())
                .put("ttl", fresh.toSeconds());
        claims.putObject("status_list").put("bits", BITS).put("lst", Base64Url.encode(deflated(bytes)));
        return keys.sign(TYPE, claims);
    }

    /**
     * The list of that address, where it is signed by one of the keys and may be relied on at {@code now}.
     *
     * @throws IOException where it is not: that is no fault of a receipt, of which it tells nothing
     */
    static StatusList read(String token, URI uri, PublicKeys keys, Instant now) throws IOException {
        if (token.length() > MOST_CHARACTERS) {
            throw new IOException("the status list is longer than any");
        }
        try {
            JsonNode claims = keys.verify(TYPE, token.strip());
            if (!Json.isText(claims, "sub", uri.toString())) {
                throw new IOException("the status list is another than the receipt's");
            }
            Lifetime lifetime = Lifetime.of(claims);
            if (lifetime.isOver(now) || lifetime.isToCome(now)) {
                throw new IOException("the status list is too old, or of a time to come: get it anew");
            }
            JsonNode list = claims.path("status_list");
            if (!list.path("bits").isInt() || list.path("bits").asInt() != BITS) {
                throw new IOException("the status list has another number of bits than 1 for each");
            }
            return new StatusList(inflated(Base64Url.decode(Json.string(list, "lst"))));
        } catch (Refusal e) {
            throw new IOException("the status list is none to rely on: " + e.getMessage(), e);
        }
    }

    boolean isRevoked(int index) throws IOException {
        if (index / Byte.SIZE >= bytes.length) {
            throw new IOException("the status list is too short for the receipt");
        }
        return (bytes[index / Byte.SIZE] >> (index % Byte.SIZE) & 1) == 1;
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflated(byte[] packed) throws IOException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                out.write(buffer, 0, length);
                if (out.size() > MOST_BYTES || (length == 0 && !inflater.finished())) {
                    throw new IOException("the status list cannot be unpacked");
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException("the status list cannot be unpacked", e);
        }
    }
}
