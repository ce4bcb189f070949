package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the member who calls contests. */
@Bounded
@Path("/v1/members/{member}/disputes")
@RolesAllowed(Roles.MEMBER)
@Produces(MediaType.APPLICATION_JSON)
public class MemberDisputesResource {
    private final Disputes disputes;
    private final Pages pages;
    private final Relays relays;
    private final Caller caller;

    MemberDisputesResource(Disputes disputes, Pages pages, Relays relays, Caller caller) {
        this.disputes = disputes;
        this.pages = pages;
        this.relays = relays;
        this.caller = caller;
    }

    /** Contests a record; the same again is the same dispute. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<DisputeView>> open(@PathParam("member") MemberId member, DisputeRequest request) {
        requireInPerson(member);
        DisputeRequest said = DisputeRequest.require(request);
        return disputes.open(
                        member,
                        new PartnerId(String.valueOf(said.partner())),
                        String.valueOf(said.record()),
                        DisputeReason.find(said.reason()).orElseThrow())
                .invoke(relays::nudgeDisputes)
                .map(opened -> RestResponse.status(
                        opened.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        DisputeView.of(opened.dispute())));
    }

    /** A hundred of the member's disputes, oldest first. */
    @GET
    public Uni<List<DisputeView>> all(
            @PathParam("member") MemberId member,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        requireInPerson(member);
        return pages.page(new Viewer.Member(member), state, after);
    }

    @GET
    @Path("{dispute}")
    public Uni<DisputeView> one(@PathParam("member") MemberId member, @PathParam("dispute") String dispute) {
        requireInPerson(member);
        return disputes.of(dispute, new Viewer.Member(member)).map(DisputeView::of);
    }

    private void requireInPerson(MemberId member) {
        if (!caller.isMember(member)) {
            throw new ForbiddenException("another member's disputes");
        }
    }
}
