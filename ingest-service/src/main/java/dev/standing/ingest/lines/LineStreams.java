package dev.standing.ingest.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** Turns a body of lines into an answer of lines. */
@ApplicationScoped
public class LineStreams {
    public static final String NDJSON = "application/x-ndjson";

    private final ObjectMapper mapper;

    LineStreams(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The answer; the body is read while it is written. */
    public <I> StreamingOutput answer(InputStream body, LineWork<I> work) {
        return out -> new LineExchange<>(work, out, mapper).run(body);
    }
}
