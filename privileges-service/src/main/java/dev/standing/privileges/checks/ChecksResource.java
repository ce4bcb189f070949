package dev.standing.privileges.checks;

import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Checks by partners: from memory, on the event loop, and kept. */
@Path("/v1/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Singleton
public class ChecksResource {
    private final PerkPolicy policy;
    private final Members members;
    private final HeardConsents heardConsents;
    private final Answers answers;
    private final CheckMetrics metrics;
    private final CheckLog log;
    private final Clock clock;
    private final Caller caller;

    ChecksResource(
            PerkPolicy policy,
            Members members,
            HeardConsents heardConsents,
            Clock clock,
            Caller caller,
            CheckLog log,
            MeterRegistry registry) {
        this.policy = policy;
        this.members = members;
        this.heardConsents = heardConsents;
        this.answers = new Answers(policy);
        this.metrics = new CheckMetrics(policy, registry);
        this.log = log;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            operationId = "check",
            summary = "Whether a member may have a perk",
            description =
                    "Without a member's consent to show you their standing, and for anybody unknown, the baseline is answered. After a"
                            + " withdrawal that is so at once, and whatever is down, within a bound (standing.privileges.withdrawal-bound,"
                            + " 10 s by default): where consents were not heard for as long, everybody is answered the baseline with the"
                            + " reason consents-not-heard. A check of a perk that is credit is kept before it is answered, and refused where"
                            + " it cannot be kept. Any other is kept a moment after its answer; where too many wait to be kept, the answer"
                            + " has no id. By its id what is kept is told again.")
    @APIResponse(responseCode = "200", description = "The answer, allowed or not")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Not a partner's token")
    @APIResponse(responseCode = "422", description = "A field is missing, unknown or out of range")
    @APIResponse(responseCode = "503", description = "Credit, and the decision cannot be kept now")
    public Uni<CheckAnswer> check(@Nullable CheckRequest request) {
        String partner = caller.partner().value();
        Question question = Question.of(request, policy);
        Instant now = clock.instant();
        Basis basis = heardConsents.isRecent()
                ? Basis.of(members.find(question.member().value()), partner, question.perk(), now)
                : Basis.UNHEARD;
        UUID id = Check.idAt(now);
        CheckAnswer answer = answers.answer(question, basis, id);
        return log.keep(new Check(id, now, partner, question, basis, answer))
                .invoke(kept -> metrics.count(question.perk(), kept.allowed()));
    }
}
