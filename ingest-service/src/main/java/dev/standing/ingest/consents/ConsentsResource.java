package dev.standing.ingest.consents;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a member allows: in person, or through an operator who holds the evidence. */
@Bounded
@Path("/v1/members/{member}/consents")
@RolesAllowed({Roles.MEMBER, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ConsentsResource {
    private final Consents consents;
    private final Relays relays;
    private final Caller caller;

    ConsentsResource(Consents consents, Relays relays, Caller caller) {
        this.consents = consents;
        this.relays = relays;
        this.caller = caller;
    }

    /** All that the member allows or has withdrawn. */
    @GET
    public Uni<List<Consent>> all(@PathParam("member") MemberId member) {
        requireMemberOrOperator(member);
        return consents.of(member);
    }

    /** Lets a partner send records and see the score, or no longer. */
    @PUT
    @Path("records/{partner}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Consent> records(
            @PathParam("member") MemberId member, @PathParam("partner") PartnerId partner, ConsentChange change) {
        return change(Permission.records(member, partner), change);
    }

    /** Lets ties count, or no longer; a tie counts where both allow it. */
    @PUT
    @Path("social")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Consent> social(@PathParam("member") MemberId member, ConsentChange change) {
        return change(Permission.social(member), change);
    }

    private Uni<Consent> change(Permission permission, ConsentChange change) {
        boolean inPerson = requireMemberOrOperator(permission.member());
        Boolean granted = change == null ? null : change.granted();
        if (granted == null) {
            throw ProblemException.invalid(Violation.missing("granted", "true or false"));
        }
        Evidence.require(change.evidence(), !inPerson);
        return consents.change(permission, inPerson, granted, change.evidence()).invoke(relays::nudgeConsents);
    }

    /** Whether it is the member in person. */
    private boolean requireMemberOrOperator(MemberId member) {
        if (caller.isMember(member)) {
            return true;
        }
        if (caller.has(Roles.OPERATOR)) {
            return false;
        }
        throw new ForbiddenException("another member's consents");
    }
}
