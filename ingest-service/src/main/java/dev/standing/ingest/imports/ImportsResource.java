package dev.standing.ingest.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.lines.LineAnswer;
import dev.standing.ingest.lines.LineStreams;
import dev.standing.ingest.relay.Relays;
import dev.standing.ingest.ties.Ties;
import dev.standing.web.access.Roles;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Communities that exist already: members and ties a line each, with the evidence that they agreed. */
@Path("/v1/imports")
@RolesAllowed(Roles.OPERATOR)
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
public class ImportsResource {
    /** Whoever imports shares the places for streams: operators are one. */
    private static final String IMPORTS = "imports";

    private static final Logger LOG = Logger.getLogger(ImportsResource.class);

    private final LineStreams streams;
    private final ObjectMapper mapper;
    private final MemberImport members;
    private final Ties ties;
    private final Relays relays;
    private final ImportMetrics metrics;

    ImportsResource(
            LineStreams streams,
            ObjectMapper mapper,
            MemberImport members,
            Ties ties,
            Relays relays,
            ImportMetrics metrics) {
        this.streams = streams;
        this.mapper = mapper;
        this.members = members;
        this.ties = ties;
        this.relays = relays;
        this.metrics = metrics;
    }

    /** Members with their permissions. */
    @POST
    @Path("members")
    public LineAnswer importMembers(@Context HttpServerRequest request) {
        return answer(
                request,
                ImportMetrics.What.MEMBERS,
                progress -> new ImportLines<>(
                        PlainLine::member,
                        mapper,
                        MemberLine.class,
                        ImportGuard::grants,
                        lines -> members.store(lines).invoke(relays::nudgeConsents),
                        progress));
    }

    /** Ties that both sides agreed to. */
    @POST
    @Path("ties")
    public LineAnswer importTies(@Context HttpServerRequest request) {
        return answer(
                request,
                ImportMetrics.What.TIES,
                progress -> new ImportLines<>(
                        PlainLine::tie,
                        mapper,
                        TieLine.class,
                        ImportGuard::agreement,
                        lines -> ties.bringIn(lines).invoke(relays::nudgeTies),
                        progress));
    }

    private LineAnswer answer(
            HttpServerRequest request, ImportMetrics.What what, Function<ImportProgress, ImportLines<?, ?>> lines) {
        ImportProgress progress = new ImportProgress(what, metrics, System::nanoTime, LOG::info);
        LineAnswer answer = streams.answer(request, IMPORTS, lines.apply(progress));
        return new LineAnswer(
                answer.pieces()
                        .onTermination()
                        .invoke((failure, cancelled) -> progress.ended(failure == null && !cancelled)),
                answer.patience());
    }
}
