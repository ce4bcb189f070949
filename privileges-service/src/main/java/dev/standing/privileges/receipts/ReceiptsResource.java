package dev.standing.privileges.receipts;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.access.Uuids;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Proofs of their standing, for the member alone. */
@Bounded
@Path("/v1/members/{member}/receipts")
@RolesAllowed(Roles.MEMBER)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "Not a member's token")
@APIResponse(responseCode = "404", description = "Not the caller's")
@APIResponse(responseCode = "503", description = "The database is away")
class ReceiptsResource {
    private final Receipts receipts;
    private final KnownReader reader;
    private final Caller caller;

    ReceiptsResource(Receipts receipts, KnownReader reader, Caller caller) {
        this.receipts = receipts;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "issueReceipt",
            summary = "Signs a proof of the member's standing for one audience; for that member",
            description =
                    "An SD-JWT by RFC 9901, signed by ES256. Each value is a disclosure of its own, which the member shows or"
                            + " leaves out. Whoever is shown it verifies it with the keys of /.well-known/jwks.json and the status list"
                            + " that it names. It is not kept here, holds for 30 days at most, and is revoked when the member asks for"
                            + " it or withdraws a consent.")
    @APIResponse(
            responseCode = "201",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(
            responseCode = "409",
            description =
                    "There is no score yet, or there are as many receipts as standing.privileges.receipts.most lets")
    @APIResponse(responseCode = "422", description = "A field is missing, unknown or not allowed")
    @APIResponse(
            responseCode = "503",
            description = "The database is away, what members hold is not read yet, or nothing signs receipts here")
    public Uni<ReceiptView> issue(@PathParam("member") MemberId member, @Nullable ReceiptRequest request) {
        requireOwn(member);
        Wish wish = Wish.of(request);
        return reader.of(member).chain(known -> receipts.issue(member, wish, known.only(wish.disclose())));
    }

    @GET
    @Operation(operationId = "receipts", summary = "The member's receipts, the oldest first; for that member")
    @APIResponse(responseCode = "200", description = "Until a day after they have expired, revoked ones too")
    @APIResponse(responseCode = "422", description = "Not an id of a member")
    public Uni<List<ReceiptView>> receipts(@PathParam("member") MemberId member) {
        requireOwn(member);
        return receipts.all(member);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "revokeReceipt", summary = "Revokes a receipt, however often; for its member")
    @APIResponse(
            responseCode = "204",
            description = "Revoked. Whoever has the status list of before may take the receipt for as long as"
                    + " standing.privileges.receipts.status-fresh, five minutes by default")
    @APIResponse(responseCode = "422", description = "Not an id of a member")
    public Uni<Void> revoke(@PathParam("member") MemberId member, @PathParam("id") String id) {
        requireOwn(member);
        UUID known = Uuids.find(id);
        if (known == null) {
            throw ProblemException.notFound("The receipt");
        }
        return receipts.revoke(member, known);
    }

    private void requireOwn(MemberId member) {
        if (!caller.isMember(member)) {
            throw ProblemException.notFound("The member");
        }
    }
}
