package dev.standing.privileges.members;

import dev.standing.contracts.identity.MemberId;
import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a member holds, for that member, operators, and partners whom the member shows their standing to. */
@Path("/v1/members/{member}/privileges")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Singleton
public class MembersResource {
    private final Members members;
    private final HeardConsents heardConsents;
    private final MemberViews views;
    private final Clock clock;
    private final Caller caller;

    MembersResource(PerkPolicy policy, Members members, HeardConsents heardConsents, Clock clock, Caller caller) {
        this.members = members;
        this.heardConsents = heardConsents;
        this.views = new MemberViews(policy);
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.MEMBER, Roles.OPERATOR, Roles.PARTNER})
    @Operation(operationId = "privileges", summary = "Each perk with the tier held, since when, until when, and why")
    @APIResponse(responseCode = "200", description = "What the member holds")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "A token of another role")
    @APIResponse(
            responseCode = "404",
            description = "Not known, or not the caller's to see; for partners also, whoever is a member, of the type"
                    + " urn:standing:problem:consents-not-heard: consents were not heard for standing.privileges.withdrawal-bound,"
                    + " 10 s by default, which is the longest that a partner sees a member after a withdrawal")
    @APIResponse(responseCode = "422", description = "Not an id")
    public MemberView privileges(@PathParam("member") MemberId member) {
        return views.of(member.value(), visible(member), clock.instant(), seesAll(member));
    }

    private boolean seesAll(MemberId member) {
        return caller.has(Roles.OPERATOR) || caller.isMember(member);
    }

    /** Who calls is settled before the member is looked at, so that no answer depends on who is a member. */
    private Member visible(MemberId id) {
        boolean seesAll = seesAll(id);
        String partner = caller.has(Roles.PARTNER) ? caller.partner().value() : null;
        if (!seesAll && partner != null && !heardConsents.isRecent()) {
            throw ProblemException.unheard();
        }
        Member member = members.find(id.value());
        if (member != null && (seesAll || (partner != null && member.showsTo(partner)))) {
            return member;
        }
        throw ProblemException.notFound("The member");
    }
}
