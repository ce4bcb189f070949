package dev.standing.privileges.receipts.status;

import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether receipts were revoked, for everybody: who asks for a list of so many does not say which receipt they were shown. */
@Bounded
@Path("/v1/receipts/status/{list}")
public class StatusResource {
    private static final String TYPE = "application/statuslist+jwt";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,6}");

    private final StatusLists lists;

    StatusResource(StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @SecurityRequirements
    @Produces(TYPE)
    @Operation(
            operationId = "receiptStatus",
            summary = "Which receipts of a list are revoked; for everybody",
            description =
                    "By the Token Status List: a signed JWT with a bit for each receipt, set where it is revoked.")
    @APIResponse(responseCode = "200", description = "The list, to be kept for as long as Cache-Control says")
    @APIResponse(responseCode = "404", description = "There is no such list")
    @APIResponse(responseCode = "503", description = "The database is away, or nothing signs receipts here")
    public Uni<RestResponse<String>> status(@PathParam("list") String list) {
        if (!NUMBER.matcher(list).matches()) {
            throw ProblemException.notFound("The status list");
        }
        return lists.token(Integer.parseInt(list)).map(token -> RestResponse.ResponseBuilder.ok(token)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + lists.fresh().toSeconds())
                .build());
    }
}
