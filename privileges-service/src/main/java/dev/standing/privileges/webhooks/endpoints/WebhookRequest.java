package dev.standing.privileges.webhooks.endpoints;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a partner wants to be told, and of what. */
@Schema(
        name = "WebhookRequest",
        examples =
                "{\"url\":\"https://hooks.acme.com/standing\",\"types\":[\"privilege.granted\",\"consent.withdrawn\"]}")
record WebhookRequest(
        @Schema(required = true, maxLength = 2048, examples = "https://hooks.acme.com/standing") @Nullable
        String url,

        @Schema(
                required = true,
                description = "privilege.granted, privilege.ending, privilege.ended, score.changed, consent.withdrawn,"
                        + " record.disputed, record.corrected")
        @Nullable
        List<@Nullable String> types,

        @Schema(description = "Whether messages are to be signed with Ed25519 (v1a) too") @Nullable
        Boolean asymmetric) {}
