package dev.standing.scoring.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.scoring.scorecard.document.PublishedScorecard;
import dev.standing.web.problem.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scorecards, whole: criteria are never secret. */
@Path("/v1/scorecards")
@Authenticated
@Tag(name = "scorecards")
final class ScorecardResource {
    private final Policies policies;

    ScorecardResource(Policies policies) {
        this.policies = policies;
    }

    /** The scorecards there are. */
    @Schema(name = "Scorecards", examples = """
                    {"scorecards":[{"name":"community","version":1,"inForce":true}]}
                    """)
    record ScorecardList(List<ScorecardName> scorecards) {}

    /**
     * One of them.
     *
     * @param inForce whether members are scored by it now
     */
    @Schema(name = "ScorecardName")
    record ScorecardName(String name, int version, boolean inForce) {}

    @GET
    @Operation(summary = "All scorecards, and which is in force; for anybody with a token")
    public ScorecardList list() {
        return new ScorecardList(policies.scorecards().stream()
                .map(PublishedScorecard::scorecard)
                .map(card -> new ScorecardName(
                        card.name(),
                        card.version(),
                        card.id().equals(policies.scorecard().id())))
                .toList());
    }

    @GET
    @Path("/{name}/versions/{version}")
    @Operation(summary = "A scorecard as it was written: whoever has it can compute any base score again")
    @APIResponse(
            responseCode = "200",
            description = "The document, as JSON",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)))
    @APIResponse(responseCode = "404", description = "No such scorecard, or no such version of it")
    public JsonNode version(@PathParam("name") String name, @PathParam("version") String version) {
        PublishedScorecard found = policies.scorecard(name + "/" + version);
        if (found == null) {
            throw ProblemException.notFound("The scorecard");
        }
        return found.document();
    }
}
