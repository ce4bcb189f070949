package dev.standing.scoring.scores;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Scores of members. */
@Bounded
@Path("/v1/members/{member}/score")
@Tag(name = "scores")
final class ScoreResource {
    private final Scores scores;

    ScoreResource(Scores scores) {
        this.scores = scores;
    }

    @GET
    @RolesAllowed({Roles.MEMBER, Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            summary = "The score and the causes that cost most; for that member, partners with consent, operators",
            description =
                    "A partner sees a member only while the member's consent to it holds. After a withdrawal it sees nothing"
                            + " any more: at once, and whatever is down, within a bound (standing.scoring.withdrawal-bound, 10 s by"
                            + " default). Where consents were not heard for as long, partners are answered 404 of the type"
                            + " urn:standing:problem:consents-not-heard, whoever is a member; members and operators read on.")
    @APIResponse(responseCode = "200", description = "The score")
    @APIResponse(
            responseCode = "404",
            description = "Not known, or not the caller's to see; for partners also: consents are not heard now")
    public Uni<ScoreAnswer> score(@PathParam("member") MemberId member) {
        return scores.score(member);
    }

    @GET
    @Path("/explanation")
    @RolesAllowed({Roles.MEMBER, Roles.OPERATOR})
    @Operation(summary = "Every attribute with value, bin and points; adds up to the score; for that member, operators")
    @APIResponse(responseCode = "200", description = "The explanation")
    @APIResponse(responseCode = "404", description = "Not known, or not the caller's to see")
    public Uni<ScoreExplanation> explanation(@PathParam("member") MemberId member) {
        return scores.explanation(member);
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.MEMBER, Roles.OPERATOR})
    @Operation(summary = "Changes of the score, oldest first, each with its cause; for that member, operators")
    @APIResponse(
            responseCode = "200",
            description = "Up to 1000 changes; where there are more, ask again from the last one's instant")
    @APIResponse(responseCode = "404", description = "Not known, or not the caller's to see")
    public Uni<ScoreHistory> history(
            @PathParam("member") MemberId member,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return scores.history(member, from, to);
    }

    @GET
    @Path("/reads")
    @RolesAllowed({Roles.MEMBER, Roles.OPERATOR})
    @Operation(
            summary = "Which partners read the score, when, and what it was, oldest first; for that member, operators",
            description =
                    "From one instant, included, to another, left out, in UTC; kept for 25 months by default. Partners"
                            + " that have an endpoint are told of changes besides (privileges-service), which are not among these.")
    @APIResponse(responseCode = "200", description = "The reads")
    @APIResponse(responseCode = "404", description = "Not the caller's to see")
    public Uni<ScoreReads> reads(
            @PathParam("member") MemberId member,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return scores.reads(member, from, to);
    }
}
