package dev.standing.ingest.members;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Members join; nothing but an opaque id is known of them. */
@Bounded
@Path("/v1/members/{member}")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    private final Members members;
    private final Caller caller;

    MembersResource(Members members, Caller caller) {
        this.members = members;
        this.caller = caller;
    }

    /** Lets a member join. Whether the member is new is for operators alone: a partner would learn who is with others. */
    @PUT
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    public Uni<RestResponse<Member>> join(@PathParam("member") MemberId member) {
        if (!caller.has(Roles.OPERATOR)) {
            // Whoever lets somebody join as a partner is one by name.
            var _ = caller.partner();
        }
        return members.join(member)
                .map(isNew -> RestResponse.status(
                        isNew && caller.has(Roles.OPERATOR) ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        new Member(member)));
    }

    /** A member, of whom no more is known than the id. */
    public record Member(MemberId member) {}
}
