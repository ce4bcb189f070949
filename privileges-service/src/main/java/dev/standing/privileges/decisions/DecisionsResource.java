package dev.standing.privileges.decisions;

import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What was decided, for the partner who asked and for operators. */
@Bounded
@Path("/v1/checks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Neither a partner's token nor an operator's")
@APIResponse(responseCode = "503", description = "The database is away")
class DecisionsResource {
    private final Decisions decisions;

    DecisionsResource(Decisions decisions) {
        this.decisions = decisions;
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "decision",
            summary = "A check that was answered; for the partner who asked, operators",
            description =
                    "Kept for standing.privileges.decisions.kept-months, 25 by default. A check that is no credit is there a moment"
                            + " after it was answered.")
    @APIResponse(
            responseCode = "200",
            description = "The check with its answer, and the versions that it was judged by")
    @APIResponse(responseCode = "404", description = "Not kept, or not the caller's to see")
    @APIResponse(responseCode = "422", description = "Not an id of a check")
    public Uni<DecisionView> decision(@PathParam("id") String id) {
        return decisions.view(id);
    }

    @GET
    @Path("/replay")
    @RolesAllowed({Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "replay",
            summary =
                    "The answer of then, recomputed by the policy and the score of then; for the partner who asked, operators")
    @APIResponse(
            responseCode = "200",
            description = "The same answer, to the byte",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CheckAnswer.class)))
    @APIResponse(responseCode = "404", description = "Not kept, or not the caller's to see")
    @APIResponse(
            responseCode = "409",
            description = "Recomputed, it is another: what is kept was changed, or a release decides otherwise")
    @APIResponse(responseCode = "422", description = "Not an id of a check")
    public Uni<String> replay(@PathParam("id") String id) {
        return decisions.replay(id);
    }
}
