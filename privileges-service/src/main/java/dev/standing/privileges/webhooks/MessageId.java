package dev.standing.privileges.webhooks;

import java.util.UUID;

/** What a receiver tells messages apart by, as {@code webhook-id}. */
public final class MessageId {
    private MessageId() {}

    /** One that no other message has. */
    public static String next() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }
}
