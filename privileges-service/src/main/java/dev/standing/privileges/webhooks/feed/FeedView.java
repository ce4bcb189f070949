package dev.standing.privileges.webhooks.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of a partner's events, in order. */
@Schema(name = "Feed")
record FeedView(
        List<EventView> events,
        @Schema(description = "What to read on after") long next) {}
