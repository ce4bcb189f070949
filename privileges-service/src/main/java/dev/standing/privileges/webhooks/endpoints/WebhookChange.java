package dev.standing.privileges.webhooks.endpoints;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be another; what is absent stays. */
@Schema(name = "WebhookChange", examples = "{\"state\":\"disabled\"}")
record WebhookChange(
        @Schema(description = "Another address has to be proved anew", maxLength = 2048) @Nullable
        String url,

        @Nullable List<@Nullable String> types,

        @Schema(description = "active or disabled; an address that is not proved becomes active by its challenge")
        @Nullable
        String state) {}
