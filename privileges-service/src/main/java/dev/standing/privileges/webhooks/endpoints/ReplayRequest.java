package dev.standing.privileges.webhooks.endpoints;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when on events are to be sent again. */
@Schema(name = "ReplayRequest", examples = "{\"since\":\"2026-11-20T00:00:00Z\"}")
record ReplayRequest(@Schema(required = true) @Nullable Instant since) {}
