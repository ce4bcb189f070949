package dev.standing.privileges.webhooks.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event as it is sent.
 *
 * @param event the message's body
 */
@Schema(name = "FeedEvent")
record EventView(
        @Schema(description = "The message's webhook-id", examples = "msg_0f3c")
        String id,

        @Schema(description = "What to read on after") long cursor,

        @Schema(implementation = Object.class, description = "The message's body: type, timestamp and data")
        @JsonRawValue
        String event) {}
