package dev.standing.ingest.records;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.lines.LineAnswer;
import dev.standing.ingest.lines.LineStreams;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Records, as partners send them and look after them. */
@Bounded
@Path("/v1/records")
@RolesAllowed(Roles.PARTNER)
public class RecordsResource {
    private final RecordIntake intake;
    private final RecordLookup lookup;
    private final LineStreams streams;
    private final Caller caller;

    RecordsResource(RecordIntake intake, RecordLookup lookup, LineStreams streams, Caller caller) {
        this.intake = intake;
        this.lookup = lookup;
        this.streams = streams;
        this.caller = caller;
    }

    /** One record; answered when it is on disk. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    public Uni<Response> accept(byte[] body) {
        return intake.one(caller.partner(), body).map(RecordsResource::response);
    }

    /** At most 1,000 records; one outcome each, in order. */
    @POST
    @Path("batch")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<Outcome>> acceptBatch(byte[] body) {
        return intake.batch(caller.partner(), body);
    }

    /** Records a line each, as many as there are; one outcome a line, in order, while more are read. */
    @POST
    @Path("stream")
    @NonBlocking
    @Consumes({
        LineStreams.NDJSON,
        "application/ndjson",
        "application/jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        MediaType.TEXT_PLAIN
    })
    @Produces(LineStreams.NDJSON)
    public LineAnswer acceptStream(@Context HttpServerRequest request) {
        PartnerId partner = caller.partner();
        return streams.answer(request, partner.value(), new RecordLines(intake, partner));
    }

    /** How far a record has come. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RecordStatus> find(@PathParam("id") String id) {
        return lookup.find(caller.partner(), id);
    }

    /** Takes a record back: what it contributed goes to zero. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RecordStatus> retract(@PathParam("id") String id) {
        return lookup.retract(caller.partner(), id);
    }

    private static Response response(Outcome outcome) {
        Problem problem = outcome.problem();
        if (problem != null) {
            return Response.status(problem.status())
                    .type(Problem.MEDIA_TYPE)
                    .entity(problem)
                    .build();
        }
        return Response.status(outcome.state() == OutcomeState.ACCEPTED ? Response.Status.ACCEPTED : Response.Status.OK)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(outcome)
                .build();
    }
}
