package dev.standing.ingest.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.lines.LineStreams;
import dev.standing.web.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** Communities that exist already: members and ties a line each, with the evidence that they agreed. */
@Path("/v1/imports")
@RolesAllowed(Roles.OPERATOR)
@Consumes({LineStreams.NDJSON, "application/jsonl", MediaType.TEXT_PLAIN})
@Produces(LineStreams.NDJSON)
public class ImportsResource {
    private final LineStreams streams;
    private final ObjectMapper mapper;
    private final MemberImport members;
    private final TieImport ties;

    ImportsResource(LineStreams streams, ObjectMapper mapper, MemberImport members, TieImport ties) {
        this.streams = streams;
        this.mapper = mapper;
        this.members = members;
        this.ties = ties;
    }

    /** Members with their permissions. */
    @POST
    @Path("members")
    @RunOnVirtualThread
    public StreamingOutput importMembers(InputStream body) {
        return streams.answer(body, new ImportLines<>(mapper, MemberLine.class, ImportGuard::member, members::store));
    }

    /** Ties that both sides agreed to. */
    @POST
    @Path("ties")
    @RunOnVirtualThread
    public StreamingOutput importTies(InputStream body) {
        return streams.answer(body, new ImportLines<>(mapper, TieLine.class, ImportGuard::tie, ties::store));
    }
}
