package dev.standing.privileges.webhooks.endpoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.privileges.webhooks.signing.Keys;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint, for its partner. */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        @Schema(examples = "wh_8d0f") String id,
        String url,
        List<String> types,

        @Schema(description = "unproved, active or disabled", examples = "active")
        String state,

        @Schema(description = "Why it is disabled") @Nullable
        String reason,

        @Schema(description = "Told when it is made, and nowhere else", examples = "whsec_…") @Nullable
        String secret,

        @Schema(description = "Where v1a was asked for", examples = "whpk_…") @Nullable
        String publicKey,

        @Schema(description = "Until when the former secret and key sign too") @Nullable
        Instant formerUntil,

        Instant createdAt) {

    static WebhookView of(EndpointEntity endpoint, Instant now) {
        return of(endpoint, now, null);
    }

    static WebhookView withSecret(EndpointEntity endpoint, Instant now) {
        return of(endpoint, now, endpoint.secret);
    }

    private static WebhookView of(EndpointEntity endpoint, Instant now, @Nullable String secret) {
        Keys keys = endpoint.keys(now);
        return new WebhookView(
                endpoint.id,
                endpoint.url,
                List.of(endpoint.types.split(",", -1)),
                endpoint.state,
                endpoint.reason,
                secret,
                keys.publicKey(),
                keys.former() == null ? null : endpoint.formerUntil,
                endpoint.createdAt);
    }
}
