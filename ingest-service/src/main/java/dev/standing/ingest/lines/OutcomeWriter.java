package dev.standing.ingest.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes an outcome a line. Those without a problem are written by hand: they are nearly all, and ids need no escape. */
final class OutcomeWriter {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OutputStream out;
    private final ObjectMapper mapper;
    private final StringBuilder text = new StringBuilder(128);

    OutcomeWriter(OutputStream out, ObjectMapper mapper) {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.mapper = mapper;
    }

    void write(long line, Outcome outcome) throws IOException {
        if (outcome.problem() == null) {
            text.setLength(0);
            text.append("{\"line\":").append(line).append(",\"id\":\"").append(outcome.id());
            text.append("\",\"state\":\"").append(outcome.state()).append("\"}\n");
            out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.write(mapper.writeValueAsBytes(outcome.atLine(line)));
            out.write('\n');
        }
    }

    void flush() throws IOException {
        out.flush();
    }
}
