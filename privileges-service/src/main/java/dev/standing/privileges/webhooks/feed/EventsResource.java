package dev.standing.privileges.webhooks.feed;

import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.webhooks.StillShown;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** All that a partner is told, to be read instead of, or after, being sent. */
@Path("/v1/events")
@RolesAllowed(Roles.PARTNER)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final long GREATEST_CURSOR = 999_999_999_999_999_999L;
    private static final int LONGEST_SECONDS = 20;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Feed feed;
    private final HeardConsents heardConsents;
    private final Caller caller;

    EventsResource(Feed feed, HeardConsents heardConsents, Caller caller) {
        this.feed = feed;
        this.heardConsents = heardConsents;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "events",
            summary = "What the partner was told, in order, a hundred at a time",
            description =
                    "Of every type and for 30 days, beginning with the partner's first webhook. Of a member who withdrew consent"
                            + " nothing is left but the withdrawal.")
    @APIResponse(responseCode = "200", description = "The next events, none where there are none")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "Not a partner's token")
    @APIResponse(
            responseCode = "422",
            description = "A parameter is out of range, or after is beyond the partner's last event")
    @APIResponse(
            responseCode = "503",
            description = "The database is away, or what members allow was not heard for too long")
    public Uni<FeedView> events(
            @Parameter(description = "The cursor of the last event that was read; 0 for the first")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "How many seconds to wait where there is none, 0 to 20")
                    @QueryParam("wait")
                    @Nullable
                    String wait) {
        String partner = caller.partner().value();
        long cursor = number("after", after, GREATEST_CURSOR);
        long seconds = number("wait", wait, LONGEST_SECONDS);
        return look(
                partner, cursor, System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    private static long number(String field, @Nullable String said, long most) {
        if (said == null) {
            return 0;
        }
        if (NUMBER.matcher(said).matches() && Long.parseLong(said) <= most) {
            return Long.parseLong(said);
        }
        throw ProblemException.invalid(new Violation(field, said, "0 to " + most));
    }

    private Uni<FeedView> look(String partner, long after, long end) {
        StillShown.requireKnown(heardConsents);
        return feed.after(partner, after)
                .chain(found -> !found.events().isEmpty() || System.nanoTime() - end >= 0
                        ? Uni.createFrom().item(found)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_EVERY)
                                .chain(() -> look(partner, after, end)));
    }
}
