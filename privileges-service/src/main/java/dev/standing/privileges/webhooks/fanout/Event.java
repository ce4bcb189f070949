package dev.standing.privileges.webhooks.fanout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.privileges.webhooks.EventType;
import dev.standing.privileges.webhooks.MessageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * What one partner is told.
 *
 * @param sequence counts what this partner was told of this member, from 1
 * @param body as it is sent, byte for byte, each time
 */
record Event(String partner, String member, long sequence, String id, String type, String body, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isWithdrawal() {
        return type.equals(EventType.CONSENT_WITHDRAWN.code());
    }

    static Event of(Happening happening, String partner, long sequence) {
        try {
            ObjectNode body = JSON.createObjectNode()
                    .put("type", happening.type())
                    .put("timestamp", happening.at().toString());
            body.putObject("data")
                    .put("member", happening.member())
                    .put("sequence", sequence)
                    .setAll((ObjectNode) JSON.readTree(happening.content()));
            return new Event(
                    partner,
                    happening.member(),
                    sequence,
                    MessageId.next(),
                    happening.type(),
                    body.toString(),
                    happening.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
