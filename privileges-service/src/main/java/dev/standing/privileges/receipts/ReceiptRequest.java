package dev.standing.privileges.receipts;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To whom a member wants to prove what. */
@Schema(
        name = "ReceiptRequest",
        examples = "{\"audience\":\"https://landlord.example\",\"disclose\":[\"band\",\"perks.car-hire\"],\"days\":30}")
record ReceiptRequest(
        @Schema(
                required = true,
                maxLength = 256,
                description = "Who it is for, by an address or a name of their own that they will look for",
                examples = "https://landlord.example")
        @Nullable
        String audience,

        @Schema(
                required = true,
                description = "What it says, each to be shown or left out later: score, band, scorecard,"
                        + " dimensions.NAME, perks.NAME",
                examples = "[\"band\"]")
        @Nullable
        List<@Nullable String> disclose,

        @Schema(minimum = "1", maximum = "30", defaultValue = "30", description = "How long it holds") @Nullable
        Integer days) {}
