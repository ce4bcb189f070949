package dev.standing.privileges.webhooks.endpoints;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.privileges.webhooks.MessageId;
import dev.standing.privileges.webhooks.sending.Answer;
import dev.standing.privileges.webhooks.signing.Keys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Asks whoever answers at an address to show that they hold the secret: they sign what they were sent, as a message of the same id and
 * time whose body is the challenge alone, and answer {@code {"signature":"v1,…"}}.
 */
record Challenge(String id, Instant at, String text) {
    static final String TYPE = "webhook.challenge";
    static final String ALLOWED = "200 and {\"signature\":\"v1,…\"}";
    static final String HOW =
            "A signed message of the type webhook.challenge is sent, with data.challenge and data.timestamp. It is met by the"
                    + " answer 200 with {\"signature\":\"v1,…\"}: the signature, by the secret, of data.challenge alone under the message's"
                    + " webhook-id and data.timestamp, as any library of Standard Webhooks makes it.";

    private static final int BYTES = 24;
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Challenge at(Instant now) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Challenge(MessageId.next(), now, HexFormat.of().formatHex(bytes));
    }

    String body() {
        ObjectNode body = JSON.createObjectNode().put("type", TYPE).put("timestamp", at.toString());
        body.putObject("data").put("challenge", text).put("timestamp", at.getEpochSecond());
        return body.toString();
    }

    boolean isMetBy(Answer answer, Keys keys) {
        if (answer.status() == null || answer.status() != OK) {
            return false;
        }
        try {
            return keys.signed(JSON.readTree(answer.text()).path("signature").asText(""), id, at, text);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
