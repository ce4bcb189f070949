package dev.standing.ingest.partners;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How reliable a partner's records are: for itself, and for operators. */
@Bounded
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
public class PartnersResource {
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final Partners partners;
    private final Caller caller;

    PartnersResource(Partners partners, Caller caller) {
        this.partners = partners;
        this.caller = caller;
    }

    /** A hundred partners by name, from the one after {@code after} on. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    public Uni<List<Reliability>> all(
            @QueryParam("after") @Nullable String after, @QueryParam("days") @Nullable String days) {
        if (after != null && !Ids.isId(after)) {
            throw ProblemException.invalid(new Violation("after", after, Ids.ALLOWED));
        }
        return partners.after(after == null ? "" : after, days(days));
    }

    /** The partner that calls. */
    @GET
    @Path("me")
    @RolesAllowed(Roles.PARTNER)
    public Uni<Reliability> me(@QueryParam("days") @Nullable String days) {
        return partners.own(caller.partner(), days(days));
    }

    /** Any partner but one of the name {@code me}, which is in the list alone. */
    @GET
    @Path("{partner}")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Reliability> one(@PathParam("partner") PartnerId partner, @QueryParam("days") @Nullable String days) {
        return partners.of(partner, days(days));
    }

    private static int days(@Nullable String said) {
        int days = said == null ? USUAL_DAYS : NUMBER.matcher(said).matches() ? Integer.parseInt(said) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.invalid(new Violation("days", said, "1 to " + MOST_DAYS));
        }
        return days;
    }
}
