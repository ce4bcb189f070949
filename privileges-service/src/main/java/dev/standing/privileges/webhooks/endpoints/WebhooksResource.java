package dev.standing.privileges.webhooks.endpoints;

import dev.standing.privileges.webhooks.sending.Sender;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where a partner wants to be told of what happens to members who show themselves to it. */
@Path("/v1/webhooks")
@RolesAllowed(Roles.PARTNER)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Not a partner's token")
@APIResponse(responseCode = "503", description = "The database is away")
public class WebhooksResource {
    private final Endpoints endpoints;
    private final Messages messages;
    private final Writers writers;
    private final Fields fields;
    private final Caller caller;

    WebhooksResource(Endpoints endpoints, Messages messages, Writers writers, Sender sender, Caller caller) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.writers = writers;
        this.fields = new Fields(sender);
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Bounded
    @Operation(
            operationId = "registerWebhook",
            summary = "Registers an endpoint, and answers its secret",
            description =
                    "By Standard Webhooks 1.0. Nothing is sent until its challenge was met. Ten endpoints at most.")
    @APIResponse(
            responseCode = "201",
            description = "The endpoint, unproved",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "409", description = "There are as many as may be")
    @APIResponse(responseCode = "422", description = "A field is missing, unknown or not allowed")
    public Uni<WebhookView> register(@Nullable WebhookRequest request) {
        WebhookRequest asked = request == null ? new WebhookRequest(null, null, null) : request;
        fields.require(asked.url(), asked.types());
        return endpoints
                .register(
                        caller.partner(),
                        String.valueOf(asked.url()),
                        Fields.joined(asked.types() == null ? List.of() : asked.types()),
                        Boolean.TRUE.equals(asked.asymmetric()))
                // What happened before it was committed is written down only where somebody else hears of it, and
                // whoever was writing meanwhile takes all of it for before. Registered it is, whether or not they end.
                .call(() -> writers.awaitEnd().onFailure().recoverWithItem(() -> null));
    }

    @GET
    @Bounded
    @Operation(operationId = "webhooks", summary = "The partner's endpoints")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<List<WebhookView>> all() {
        return endpoints.all(caller.partner());
    }

    @GET
    @Path("/{id}")
    @Bounded
    @Operation(operationId = "webhook", summary = "One endpoint, and why it is disabled where it is")
    @APIResponse(responseCode = "200", description = "The endpoint")
    @APIResponse(responseCode = "404", description = "Not known")
    public Uni<WebhookView> one(@PathParam("id") String id) {
        return endpoints.one(caller.partner(), id).map(found -> WebhookView.of(found, endpoints.now()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Bounded
    @Operation(
            operationId = "changeWebhook",
            summary = "Changes what is named",
            description = "What waited for an endpoint that was disabled is sent once it is active again.")
    @APIResponse(responseCode = "200", description = "The endpoint as it is now")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "404", description = "Not known")
    @APIResponse(responseCode = "409", description = "Its challenge was not met yet")
    @APIResponse(responseCode = "422", description = "A field is unknown or not allowed")
    public Uni<WebhookView> change(@PathParam("id") String id, @Nullable WebhookChange request) {
        WebhookChange asked = request == null ? new WebhookChange(null, null, null) : request;
        fields.requireGiven(asked.url(), asked.types());
        State state = state(asked.state());
        return endpoints.change(
                caller.partner(), id, asked.url(), asked.types() == null ? null : Fields.joined(asked.types()), state);
    }

    private static @Nullable State state(@Nullable String said) {
        return switch (said) {
            case null -> null;
            case "active" -> State.ACTIVE;
            case "disabled" -> State.DISABLED;
            default -> throw ProblemException.invalid(new Violation("state", said, "active or disabled"));
        };
    }

    @DELETE
    @Path("/{id}")
    @Bounded
    @Operation(operationId = "deleteWebhook", summary = "Sends nothing there any more, and forgets it")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", description = "Not known")
    public Uni<Void> delete(@PathParam("id") String id) {
        return endpoints.delete(caller.partner(), id);
    }

    @POST
    @Path("/{id}/secret")
    @Bounded
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Makes another secret, and another key where there is one; both sign for 24 hours",
            description = "A third ends the first at once: whoever lost one rotates twice.")
    @APIResponse(responseCode = "200", description = "The endpoint with its new secret")
    @APIResponse(responseCode = "404", description = "Not known")
    public Uni<WebhookView> rotate(@PathParam("id") String id) {
        return endpoints.rotate(caller.partner(), id);
    }

    @POST
    @Path("/{id}/challenge")
    @Operation(
            operationId = "challengeWebhook",
            summary = "Has the endpoint show that it holds the secret, and makes it active",
            description = Challenge.HOW)
    @APIResponse(responseCode = "200", description = "Shown: the endpoint is active")
    @APIResponse(responseCode = "404", description = "Not known")
    @APIResponse(responseCode = "409", description = "It was changed meanwhile")
    @APIResponse(responseCode = "422", description = "Not shown, and what was answered instead")
    @APIResponse(responseCode = "429", description = "More than 20 in a minute")
    public Uni<WebhookView> challenge(@PathParam("id") String id) {
        return messages.challenge(caller.partner(), id);
    }

    @POST
    @Path("/{id}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Sends a message of the type webhook.test now, to one that is disabled too")
    @APIResponse(responseCode = "200", description = "What came of it")
    @APIResponse(responseCode = "404", description = "Not known")
    @APIResponse(responseCode = "409", description = "Its challenge was not met yet")
    public Uni<DeliveryView> test(@PathParam("id") String id) {
        return messages.test(caller.partner(), id);
    }

    @GET
    @Path("/{id}/deliveries")
    @Bounded
    @Operation(operationId = "webhookDeliveries", summary = "The last hundred attempts, the newest first")
    @APIResponse(responseCode = "200", description = "Each with its status and the first bytes of the answer")
    @APIResponse(responseCode = "404", description = "Not known")
    public Uni<List<DeliveryView>> deliveries(@PathParam("id") String id) {
        return endpoints.deliveries(caller.partner(), id);
    }

    @POST
    @Path("/{id}/events/{event}/replay")
    @Operation(operationId = "replayWebhookEvent", summary = "Sends one event again, now, as it was sent before")
    @APIResponse(responseCode = "200", description = "What came of it")
    @APIResponse(responseCode = "404", description = "Not known, or no longer the partner's to see")
    @APIResponse(responseCode = "409", description = "Its challenge was not met yet")
    @APIResponse(
            responseCode = "503",
            description = "The database is away, or what members allow was not heard for too long")
    public Uni<DeliveryView> replayOne(@PathParam("id") String id, @PathParam("event") String event) {
        return messages.again(caller.partner(), id, event);
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Bounded
    @Operation(
            operationId = "replayWebhook",
            summary = "Sends all events since a time again, in order, once the endpoint is active",
            description =
                    "Each member's events begin anew with the first since then; their ids and numbers are those of before. Done after the"
                            + " answer, some members at a time; another while one is under way begins it anew, from the earlier of"
                            + " both times. What waits after a failure is tried at once.")
    @APIResponse(responseCode = "202", description = "They will be sent")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "404", description = "Not known")
    @APIResponse(responseCode = "422", description = "A field is missing or unknown")
    public Uni<Void> replay(@PathParam("id") String id, @Nullable ReplayRequest request) {
        Instant since = request == null ? null : request.since();
        if (since == null) {
            throw ProblemException.invalid(Violation.missing("since", "a time, as 2026-11-20T00:00:00Z"));
        }
        return endpoints.replay(caller.partner(), id, since);
    }
}
