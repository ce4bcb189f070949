package dev.standing.privileges.radius;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants into a network: whatever was typed, for that decides nothing. */
@Schema(name = "RadiusAuthorize")
record AuthorizeRequest(
        @Schema(required = true, examples = "m-1") @Nullable String member) {}
