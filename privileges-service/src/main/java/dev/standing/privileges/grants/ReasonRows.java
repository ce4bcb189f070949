package dev.standing.privileges.grants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.standing.contracts.score.ScoreReason;
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

    public static @Nullable List<ScoreReason> read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            List<ScoreReason> reasons = new ArrayList<>(ScoreReason.MOST);
            for (JsonNode reason : JSON.readTree(text)) {
                reasons.add(new ScoreReason(
                        reason.path("code").asText(),
                        reason.path("text").asText(),
                        reason.path("pointsLost").asInt()));
            }
            return reasons;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons cannot be read", e);
        }
    }
}
