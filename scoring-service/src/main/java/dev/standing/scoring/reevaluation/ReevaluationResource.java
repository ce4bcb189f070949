package dev.standing.scoring.reevaluation;

import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
    @Operation(
            summary = "Reads everybody's activity anew as of today, UTC; answers when all scores stand as of today",
            description =
                    "Batches go on meanwhile, and so does the re-evaluation where the caller leaves. With back=true also where"
                            + " scores stand as of a later day, which a clock that ran ahead has made up; else that is 409.")
    @APIResponse(responseCode = "200", description = "All scores stand as of that day")
    @APIResponse(responseCode = "409", description = "Scores stand as of a later day")
    public Uni<ReevaluationResult> reevaluate(@QueryParam("back") @Nullable String back) {
        return reevaluations.reevaluate(isTrue(back));
    }

    /** The platform would take any other word for false. */
    private static boolean isTrue(@Nullable String back) {
        return switch (back) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw ProblemException.invalid(new Violation("back", back, "true or false"));
        };
    }
}
