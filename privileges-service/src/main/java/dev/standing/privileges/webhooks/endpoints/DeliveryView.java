package dev.standing.privileges.webhooks.endpoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.privileges.webhooks.sending.Answer;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attempt. */
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        @Schema(examples = "msg_0f3c") String event,
        @Schema(examples = "privilege.granted") String type,

        @Schema(description = "1 for the first try of that event; 0 where it was asked for")
        int attempt,

        Instant at,

        @Schema(description = "What was answered, where anything was", examples = "503") @Nullable
        Integer status,

        @Schema(description = "How long it took") int millis,

        @Schema(description = "The first bytes of the answer") @Nullable
        String answer,

        @Schema(description = "Why nothing was answered", examples = "no answer in time") @Nullable
        String fault) {

    static DeliveryView of(DeliveryEntity delivery) {
        return new DeliveryView(
                delivery.event,
                delivery.type,
                delivery.attempt,
                delivery.at,
                delivery.status,
                delivery.millis,
                delivery.answer,
                delivery.fault);
    }

    static DeliveryView of(String event, String type, Instant at, Answer answer) {
        return new DeliveryView(event, type, 0, at, answer.status(), answer.millis(), answer.text(), answer.fault());
    }
}
