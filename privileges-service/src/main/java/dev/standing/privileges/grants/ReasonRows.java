package dev.standing.privileges.grants;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.standing.contracts.score.ScoreReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasons of a score to a column and back, as {@code [{"code","text","pointsLost"}…]}. */
public final class ReasonRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReasonRows() {}

    static @Nullable String text(@Nullable List<ScoreReason> reasons) {
        if (reasons == null) {
            return null;
        }
        ArrayNode array = JSON.createArrayNode();
        reasons.forEach(reason -> array.addObject()
                .put("code", reason.code())
                .put("text", reason.text())
                .put("pointsLost", reason.pointsLost()));
        return array.toString();
    }

    /** Of text in UTF-8, from one place to another. */
    public static List<ScoreReason> read(byte[] text, int from, int to) {
        // Token by token: a tree of each member's would be most of what a start has to do.
        try (JsonParser json = JSON.createParser(text, from, to - from)) {
            List<ScoreReason> reasons = new ArrayList<>(ScoreReason.MOST);
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                reasons.add(reason(json));
            }
            return reasons;
        } catch (IOException e) {
            throw new IllegalStateException("stored reasons cannot be read", e);
        }
    }

    private static ScoreReason reason(JsonParser json) throws IOException {
        String code = "";
        String text = "";
        int pointsLost = 0;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "code" -> code = json.getText();
                case "text" -> text = json.getText();
                case "pointsLost" -> pointsLost = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        return new ScoreReason(code, text, pointsLost);
    }
}
