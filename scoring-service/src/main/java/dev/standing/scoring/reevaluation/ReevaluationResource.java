package dev.standing.scoring.reevaluation;

import dev.standing.web.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Re-evaluation on demand; every midnight it happens by itself. */
@Path("/v1/re-evaluations")
@Tag(name = "operation")
final class ReevaluationResource {
    private final Reevaluations reevaluations;

    ReevaluationResource(Reevaluations reevaluations) {
        this.reevaluations = reevaluations;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Reads everybody's activity anew as of today, UTC; answers when all scores stand as of today")
    public Uni<ReevaluationResult> reevaluate() {
        return reevaluations.reevaluate();
    }
}
