package dev.standing.privileges.grants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.grants.Privilege.Settled;
import dev.standing.privileges.policy.Perk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Privileges to columns and back. Tiers are stored by name, so that a later policy may add tiers; a tier that it no longer
 * has is read as the baseline, and the next judgement grants what is earned.
 */
public final class PrivilegeRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PrivilegeRows() {}

    static @Nullable Instant until(Privilege privilege) {
        return privilege instanceof Ending ending ? ending.until() : null;
    }

    static Why why(Privilege privilege) {
        return switch (privilege) {
            case Settled settled -> settled.why();
            case Ending ending -> ending.held().why();
        };
    }

    /** What comes after the announced end, as {@code [{"tier","until"}…]}. */
    static String falls(Perk perk, Privilege privilege) {
        ArrayNode falls = JSON.createArrayNode();
        Privilege at = privilege;
        while (at instanceof Ending ending) {
            at = ending.then();
            ObjectNode fall = falls.addObject().put("tier", perk.tier(at.tier()).name());
            if (at instanceof Ending next) {
                fall.put("until", next.until().toString());
            }
        }
        return falls.toString();
    }

    /**
     * A privilege as stored.
     *
     * @param falls what comes after its announced end; null where there is none
     */
    public static Privilege read(
            Perk perk, String tier, Instant since, String why, @Nullable Instant until, @Nullable String falls) {
        Settled held = new Settled(Math.max(Perk.BASELINE, perk.tierIndex(tier)), since, Why.of(why));
        try {
            return until == null || falls == null ? held : ending(perk, held, until, JSON.readTree(falls), 0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored privilege cannot be read", e);
        }
    }

    private static Privilege ending(Perk perk, Settled held, Instant until, JsonNode falls, int index) {
        JsonNode fall = falls.path(index);
        int tier = Math.max(Perk.BASELINE, perk.tierIndex(fall.path("tier").asText()));
        if (tier >= held.tier()) {
            return held;
        }
        Settled next = new Settled(tier, until, Why.GRACE_ENDED);
        Privilege then = fall.has("until")
                ? ending(perk, next, Instant.parse(fall.path("until").asText()), falls, index + 1)
                : next;
        return new Ending(held, until, then);
    }
}
