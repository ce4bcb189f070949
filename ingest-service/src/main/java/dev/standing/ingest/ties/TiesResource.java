package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Ties of the member who calls. */
@Bounded
@Path("/v1/members/{member}/ties")
@RolesAllowed(Roles.MEMBER)
@Produces(MediaType.APPLICATION_JSON)
public class TiesResource {
    private final Ties ties;
    private final Relays relays;
    private final Caller caller;

    TiesResource(Ties ties, Relays relays, Caller caller) {
        this.ties = ties;
        this.relays = relays;
        this.caller = caller;
    }

    /** All ties of the member, those asked for and severed among them. */
    @GET
    public Uni<List<TieView>> all(@PathParam("member") MemberId member) {
        requireInPerson(member);
        return ties.of(member)
                .map(found -> found.stream().map(tie -> TieView.of(tie, member)).toList());
    }

    /** Asks another member for a tie. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<TieView>> ask(@PathParam("member") MemberId member, TieRequest request) {
        requireInPerson(member);
        String with = request == null ? null : request.with();
        Double weight = request == null ? null : request.weight();
        List<Violation> violations = TieGuard.violations(member.value(), "with", with, weight);
        if (!violations.isEmpty() || with == null || weight == null) {
            throw ProblemException.invalid(violations);
        }
        return ties.ask(member, new MemberId(with), weight)
                .map(tie -> RestResponse.status(
                        tie.state() == TieState.PENDING ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK,
                        TieView.of(tie, member)));
    }

    /** Agrees to a tie that the other asked for; from now on it counts, where both allow that. */
    @POST
    @Path("{other}/confirmation")
    public Uni<TieView> confirm(@PathParam("member") MemberId member, @PathParam("other") MemberId other) {
        requireInPerson(member);
        return ties.confirm(member, other).invoke(relays::nudgeTies).map(tie -> TieView.of(tie, member));
    }

    /** Ends a tie, or declines one. */
    @DELETE
    @Path("{other}")
    public Uni<TieView> sever(@PathParam("member") MemberId member, @PathParam("other") MemberId other) {
        requireInPerson(member);
        return ties.sever(member, other).invoke(relays::nudgeTies).map(tie -> TieView.of(tie, member));
    }

    private void requireInPerson(MemberId member) {
        if (!caller.isMember(member)) {
            throw new ForbiddenException("another member's ties");
        }
    }
}
