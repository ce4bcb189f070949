package dev.standing.privileges.receipts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receipt, for its member. */
@Schema(name = "Receipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        UUID id,
        @Schema(examples = "https://landlord.example") String audience,

        @Schema(description = "The names of what it says", examples = "[\"band\"]")
        List<String> disclosed,

        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,

        @Schema(
                description =
                        "The receipt itself, an SD-JWT: told when it is issued, and nowhere else. Between two ~ stands"
                                + " one disclosure, which may be left out",
                examples = "eyJ…~WyJ…~")
        @Nullable
        String receipt) {

    static ReceiptView of(ReceiptEntity receipt, @Nullable String text) {
        return new ReceiptView(
                receipt.id,
                receipt.audience,
                List.of(receipt.disclosed.split(",", -1)),
                receipt.issuedAt,
                receipt.expiresAt,
                receipt.revokedAt,
                text);
    }
}
