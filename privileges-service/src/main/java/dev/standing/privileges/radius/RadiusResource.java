package dev.standing.privileges.radius;

import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What FreeRADIUS asks and tells for the partner whose network it is. Problems are of the type application/json here, for rlm_rest reads no other. */
@Path("/v1/radius")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(ref = "#/components/schemas/Problem")))
@Singleton
public class RadiusResource {
    private static final String PROBLEMS =
            " Problems are of the type application/json here, for rlm_rest reads no other.";

    private final Network network;
    private final Lines lines;
    private final Accounting accounting;
    private final Caller caller;

    RadiusResource(Network network, Lines lines, Accounting accounting, Caller caller) {
        this.network = network;
        this.lines = lines;
        this.accounting = accounting;
        this.caller = caller;
    }

    @POST
    @Path("/authorize")
    @NonBlocking
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            operationId = "radiusAuthorize",
            summary = "The attributes of a member's line, as rlm_rest reads them",
            description =
                    "Whoever does not show you their standing, and whoever is nobody, has the baseline: nobody is ever refused."
                            + PROBLEMS)
    @APIResponse(responseCode = "200", description = "Attributes by name")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "403", description = "Not a partner's token")
    @APIResponse(responseCode = "422", description = "A field is missing or unknown")
    public Map<String, ReplyAttribute> authorize(@Nullable AuthorizeRequest request) {
        if (request == null || request.member() == null) {
            throw ProblemException.invalid(Violation.missing("member", "what the user calls themselves"));
        }
        Line line = lines.of(caller.partner().value(), request.member());
        Map<String, ReplyAttribute> reply = new LinkedHashMap<>();
        for (int i = 0; i < network.attributes().size(); i++) {
            reply.put(
                    "reply:" + network.attributes().get(i).name(),
                    ReplyAttribute.of(line.values().get(i)));
        }
        reply.put("reply:Class", ReplyAttribute.of(line.told()));
        return reply;
    }

    @POST
    @Path("/accounting")
    @Bounded
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            operationId = "radiusAccounting",
            summary = "A session began, goes on or ended",
            description = "Sessions of access servers that the network's document names hear of changes while they run."
                    + PROBLEMS)
    @APIResponse(responseCode = "204", description = "Heard")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "403", description = "Not a partner's token")
    @APIResponse(responseCode = "422", description = "A field is missing, unknown or too long")
    @APIResponse(responseCode = "503", description = "The database is away; to be told again")
    public Uni<Void> accounting(@Nullable AccountingRequest request) {
        return accounting.hear(caller.partner().value(), request);
    }
}
