package dev.standing.scoring.reevaluation;

import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Re-evaluation on demand; every midnight it happens by itself. */
@Path("/v1/re-evaluations")
@Tag(name = "operation")
final class ReevaluationResource {
    private static final String BACK = "back";
    private static final Set<String> WORDS = Set.of("true", "false");

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
                            + " scores stand as of a later day, which a clock that ran ahead has made up; else that is 409. Other parameters are 422.")
    public Uni<ReevaluationResult> reevaluate(
            @QueryParam(BACK) @DefaultValue("false") boolean back, @Context UriInfo address) {
        requireKnown(address.getQueryParameters());
        return reevaluations.reevaluate(back);
    }

    /** What is misspelt would be read as if it had not been said. */
    private static void requireKnown(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (!name.equals(BACK)) {
                throw ProblemException.invalid(
                        new Violation(name, values.getFirst(), "no other parameter than " + BACK));
            }
            if (values.size() > 1 || !WORDS.contains(values.getFirst())) {
                throw ProblemException.invalid(new Violation(BACK, String.join(",", values), "true or false"));
            }
        });
    }
}
