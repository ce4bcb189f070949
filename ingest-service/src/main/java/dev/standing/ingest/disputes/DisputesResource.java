package dev.standing.ingest.disputes;

import dev.standing.ingest.relay.Relays;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disputes for those who decide them: a partner those of its own records, an operator all. */
@Bounded
@Path("/v1/disputes")
@RolesAllowed({Roles.PARTNER, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class DisputesResource {
    private final Disputes disputes;
    private final Pages pages;
    private final Relays relays;
    private final Caller caller;

    DisputesResource(Disputes disputes, Pages pages, Relays relays, Caller caller) {
        this.disputes = disputes;
        this.pages = pages;
        this.relays = relays;
        this.caller = caller;
    }

    /** A hundred disputes, oldest first. */
    @GET
    public Uni<List<DisputeView>> all(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        return pages.page(viewer(), state, after);
    }

    @GET
    @Path("{dispute}")
    public Uni<DisputeView> one(@PathParam("dispute") String dispute) {
        return disputes.of(dispute, viewer()).map(DisputeView::of);
    }

    /** Decides it: what is upheld is taken back at once. */
    @POST
    @Path("{dispute}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DisputeView> decide(@PathParam("dispute") String dispute, DecisionRequest request) {
        return disputes.decide(dispute, viewer(), DecisionRequest.require(request))
                .invoke(relays::nudgeLedger)
                .invoke(relays::nudgeDisputes)
                .map(DisputeView::of);
    }

    private Viewer viewer() {
        return caller.has(Roles.OPERATOR) ? new Viewer.Operator() : new Viewer.Partner(caller.partner());
    }
}
