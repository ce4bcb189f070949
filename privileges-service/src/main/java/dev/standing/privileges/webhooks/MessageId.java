package dev.standing.privileges.webhooks;

import dev.standing.web.access.Uuids;
import java.util.regex.Pattern;

/** What a receiver tells messages apart by, as {@code webhook-id}. */
public final class MessageId {
    private static final Pattern FORM = Pattern.compile("msg_[0-9a-f]{32}");

    private MessageId() {}

    /** Whether some message may have it. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** One that no other message has. */
    public static String next() {
        return Uuids.next("msg_");
    }
}
