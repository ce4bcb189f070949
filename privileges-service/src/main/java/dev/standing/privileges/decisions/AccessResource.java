package dev.standing.privileges.decisions;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who asked about a member, for that member and operators. */
@Bounded
@Path("/v1/members/{member}/access")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Neither a member's token nor an operator's")
@APIResponse(responseCode = "503", description = "The database is away")
class AccessResource {
    private final Decisions decisions;

    AccessResource(Decisions decisions) {
        this.decisions = decisions;
    }

    @GET
    @RolesAllowed({Roles.MEMBER, Roles.OPERATOR})
    @Operation(
            operationId = "access",
            summary =
                    "Who asked for what about the member, when, and whether it was allowed, oldest first; for that member, operators",
            description =
                    "Checks whether or not the partner had consent, from one instant, included, to another, left out, in UTC.")
    @APIResponse(
            responseCode = "200",
            description = "Up to 1000 of them; where there are more, ask again from the last one's instant")
    @APIResponse(responseCode = "404", description = "Not the caller's to see")
    @APIResponse(responseCode = "422", description = "Not an id, or not an instant")
    public Uni<AccessAnswer> access(
            @PathParam("member") MemberId member,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return decisions.access(member, from, to);
    }
}
