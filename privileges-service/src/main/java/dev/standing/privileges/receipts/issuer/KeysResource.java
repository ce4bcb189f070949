package dev.standing.privileges.receipts.issuer;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jboss.resteasy.reactive.RestResponse;

/** The public keys, for everybody. */
@Path("/.well-known/jwks.json")
public class KeysResource {
    private static final String FRESH = "public, max-age=300";

    private final Issuer issuer;

    KeysResource(Issuer issuer) {
        this.issuer = issuer;
    }

    @GET
    @PermitAll
    @NonBlocking
    @SecurityRequirements
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiptKeys",
            summary = "The keys that receipts and status lists are verified with; for everybody")
    @APIResponse(
            responseCode = "200",
            description = "A JWK set; empty where no receipts are issued",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)))
    public RestResponse<String> keys() {
        return RestResponse.ResponseBuilder.ok(issuer.published())
                .header(HttpHeaders.CACHE_CONTROL, FRESH)
                .build();
    }
}
