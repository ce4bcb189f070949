package dev.standing.privileges.radius;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an access server says of a session. */
@Schema(name = "RadiusAccounting")
record AccountingRequest(
        @Schema(
                required = true,
                description =
                        "Acct-Status-Type: Start, Interim-Update, Stop, Accounting-On, Accounting-Off; others are passed over",
                examples = "Start")
        @Nullable
        String status,

        @Schema(required = true, description = "NAS-IP-Address", examples = "10.20.0.1") @Nullable
        String server,

        @Schema(description = "Acct-Session-Id; of the server as a whole, empty", examples = "8A3F0001") @Nullable
        String session,

        @Schema(description = "User-Name; of the server as a whole, empty", examples = "m-1") @Nullable
        String member,

        @Schema(
                name = "class",
                description = "Class, as text: what authorize answered",
                examples = "standing:200000000:50000000")
        @JsonProperty("class")
        @Nullable
        String told) {

    static final AccountingRequest EMPTY = new AccountingRequest(null, null, null, null, null);
}
