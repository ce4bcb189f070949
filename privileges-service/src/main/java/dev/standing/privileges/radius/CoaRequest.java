package dev.standing.privileges.radius;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A CoA-Request (RFC 5176): code, identifier, length, authenticator, attributes. The authenticator is MD5 over the packet with zeros in
 * its place and the shared secret after it (RFC 2866, 3); Message-Authenticator is HMAC-MD5 over the same packet (RFC 5176, 3.6). MD5 is
 * what the protocol has, so the way to an access server must be one that nobody else is on. Used by one thread.
 */
final class CoaRequest {
    private static final int COA_REQUEST = 43;
    private static final int COA_ACK = 44;
    private static final int COA_NAK = 45;
    private static final int MOST_BYTES = 4_096;
    private static final int HEAD_BYTES = 20;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int AUTHENTICATOR_BYTES = 16;

    private static final int USER_NAME = 1;
    private static final int NAS_IP_ADDRESS = 4;
    private static final int VENDOR_SPECIFIC = 26;
    private static final int ACCT_SESSION_ID = 44;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int ERROR_CAUSE = 101;
    private static final int NO_SUCH_SESSION = 503;

    private final byte[] secret;
    private final byte[] packet;

    CoaRequest(int identifier, AccessServer server, InetAddress address, Change change, Network network, Instant now) {
        this.secret = server.secret().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(MOST_BYTES).put((byte) COA_REQUEST).put((byte) identifier);
        bytes.position(HEAD_BYTES);
        text(bytes, USER_NAME, change.member());
        text(bytes, ACCT_SESSION_ID, change.session().id());
        if (address instanceof Inet4Address) {
            bytes.put((byte) NAS_IP_ADDRESS).put((byte) 6).put(address.getAddress());
        }
        bytes.put((byte) EVENT_TIMESTAMP).put((byte) 6).putInt((int) now.getEpochSecond());
        for (int i = 0; i < network.attributes().size(); i++) {
            Network.Attribute attribute = network.attributes().get(i);
            bytes.put((byte) VENDOR_SPECIFIC).put((byte) 12).putInt(attribute.vendor());
            bytes.put((byte) attribute.type()).put((byte) 6);
            bytes.putInt((int) change.line().values().get(i).longValue());
        }
        int proofAt = bytes.position() + 2;
        bytes.put((byte) MESSAGE_AUTHENTICATOR)
                .put((byte) (2 + AUTHENTICATOR_BYTES))
                .put(new byte[AUTHENTICATOR_BYTES]);
        bytes.putShort(2, (short) bytes.position());
        packet = Arrays.copyOf(bytes.array(), bytes.position());
        System.arraycopy(hmac(packet), 0, packet, proofAt, AUTHENTICATOR_BYTES);
        System.arraycopy(md5(packet, secret), 0, packet, AUTHENTICATOR_AT, AUTHENTICATOR_BYTES);
    }

    byte[] packet() {
        return packet.clone();
    }

    /** What an answer says, or null where it is none to this request: another's, broken, or signed with another secret. */
    @Nullable
    Outcome outcome(byte[] answer) {
        if (answer.length < HEAD_BYTES
                || answer[1] != packet[1]
                || (ByteBuffer.wrap(answer).getShort(2) & 0xFFFF) != answer.length
                || !isSigned(answer)) {
            return null;
        }
        return switch (answer[0]) {
            case COA_ACK -> Outcome.ACKNOWLEDGED;
            case COA_NAK -> errorCause(answer) == NO_SUCH_SESSION ? Outcome.NO_SUCH_SESSION : Outcome.REFUSED;
            default -> null;
        };
    }

    /** A response is signed with the authenticator of its request in the place of its own. */
    private boolean isSigned(byte[] answer) {
        byte[] signed = answer.clone();
        System.arraycopy(packet, AUTHENTICATOR_AT, signed, AUTHENTICATOR_AT, AUTHENTICATOR_BYTES);
        byte[] stated = Arrays.copyOfRange(answer, AUTHENTICATOR_AT, HEAD_BYTES);
        return MessageDigest.isEqual(md5(signed, secret), stated);
    }

    private static int errorCause(byte[] answer) {
        ByteBuffer bytes = ByteBuffer.wrap(answer);
        int at = HEAD_BYTES;
        while (at + 2 <= answer.length) {
            int length = answer[at + 1] & 0xFF;
            if (answer[at] == ERROR_CAUSE && length == 6 && at + length <= answer.length) {
                return bytes.getInt(at + 2);
            }
            at += Math.max(2, length);
        }
        return 0;
    }

    private static void text(ByteBuffer bytes, int type, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        bytes.put((byte) type).put((byte) (2 + value.length)).put(value);
    }

    private byte[] hmac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret, "HmacMD5"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (byte[] part : parts) {
                md5.update(part);
            }
            return md5.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
