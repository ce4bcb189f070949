package dev.standing.privileges.perks;

import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.web.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What standing earns, for anybody with a token. */
@Path("/v1/perks")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@NonBlocking
@Singleton
public class PerksResource {
    private final CatalogueView catalogue;

    PerksResource(PerkPolicy policy) {
        this.catalogue = CatalogueView.of(policy);
    }

    @GET
    @Operation(operationId = "catalogue", summary = "The catalogue: perks, tiers, baseline, rules")
    @APIResponse(responseCode = "200", description = "The catalogue")
    @APIResponse(responseCode = "401", description = "No valid token")
    public CatalogueView catalogue() {
        return catalogue;
    }

    @GET
    @Path("/{perk}")
    @Operation(operationId = "perk", summary = "One perk of the catalogue")
    @APIResponse(responseCode = "200", description = "The perk")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "404", description = "No such perk")
    public CatalogueView.PerkView perk(String perk) {
        return catalogue.perks().stream()
                .filter(each -> each.name().equals(perk))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The perk"));
    }
}
