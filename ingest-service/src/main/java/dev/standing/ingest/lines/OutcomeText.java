package dev.standing.ingest.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an outcome a line. Those without a problem are written by hand: they are nearly all, and ids need no escape. */
final class OutcomeText {
    private final ObjectMapper mapper;

    OutcomeText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    byte[] of(Chunk<?> chunk, List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder(LineWork.USUAL_ANSWER_LENGTH * outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            write(text, chunk.number(i), outcomes.get(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder text, long line, Outcome outcome) {
        if (outcome.problem() == null) {
            text.append("{\"line\":").append(line).append(",\"id\":\"").append(outcome.id());
            text.append("\",\"state\":\"").append(outcome.state().code()).append("\"}\n");
            return;
        }
        try {
            text.append(mapper.writeValueAsString(outcome.atLine(line))).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome has a JSON form", e);
        }
    }
}
