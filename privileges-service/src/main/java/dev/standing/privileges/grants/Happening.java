package dev.standing.privileges.grants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.policy.Perk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever may see a member may hear of: a line of the journal of happenings.
 *
 * @param type as {@code privilege.granted}
 * @param partner whom alone it is about; null where it is for everybody who sees the member
 * @param content a JSON object
 */
record Happening(String type, String member, @Nullable String partner, String content, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Happening withdrawal(String member, String partner, Instant at) {
        return new Happening("consent.withdrawn", member, partner, "{}", at);
    }

    /** For the partner alone that sent the record. */
    static Happening of(DisputeEvent dispute) {
        ObjectNode content = JSON.createObjectNode()
                .put("dispute", dispute.dispute())
                .put("record", dispute.record())
                .put("reason", dispute.reason());
        return new Happening(
                dispute.state() == DisputeEvent.State.OPEN ? "record.disputed" : "record.corrected",
                dispute.member().value(),
                dispute.partner().value(),
                content.toString(),
                dispute.at());
    }

    /** Not what friends add, nor whose records: why it is another is said as coarsely as a partner may know it. */
    static Happening of(ScoreEvent score) {
        ObjectNode content = JSON.createObjectNode()
                .put("score", score.score())
                .put("band", score.band().code())
                .put("scorecard", score.scorecard());
        content.set("cause", cause(score.cause()));
        ArrayNode reasons = content.putArray("reasons");
        List<ScoreReason> said = score.reasons();
        if (said != null) {
            said.forEach(reason -> reasons.add(coded(reason.code(), reason.text())));
        }
        return new Happening("score.changed", score.member().value(), null, content.toString(), score.asOf());
    }

    static Happening of(Changes.Entry entry, Perk perk) {
        Privilege now = entry.change().now();
        Why why = entry.change().why();
        ObjectNode content = JSON.createObjectNode()
                .put("perk", perk.name())
                .put("tier", perk.tier(now.tier()).name())
                .put("since", now.since().toString());
        if (now instanceof Privilege.Ending ending) {
            content.put("until", ending.until().toString())
                    .put("then", perk.tier(ending.then().tier()).name());
        }
        content.putArray("reasons").add(coded(why.code(), why.text()));
        return new Happening(type(why), entry.member(), null, content.toString(), entry.at());
    }

    private static String type(Why why) {
        return switch (why) {
            case BASELINE, CONDITIONS_MET, CONDITIONS_MET_AGAIN -> "privilege.granted";
            case CONDITIONS_NO_LONGER_MET -> "privilege.ending";
            case GRACE_ENDED -> "privilege.ended";
        };
    }

    private static ObjectNode cause(String cause) {
        return switch (cause) {
            case "influence" -> coded("influence", "What ties add is another");
            case "time" -> coded("time", "Days passed, and what counts moved with them");
            case "partner" -> coded("partner", "What a partner sent counts otherwise, for how much of it is wrong");
            case "scorecard" -> coded("scorecard", "Another scorecard applies");
            default -> coded("records", "The records that count are others");
        };
    }

    private static ObjectNode coded(String code, String text) {
        return JSON.createObjectNode().put("code", code).put("text", text);
    }
}
