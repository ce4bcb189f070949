package dev.standing.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.problem.ProblemException;
import java.io.IOException;
import java.util.Base64;

/**
 * The claim that says what a token's roles are: a list of names, or as one text with blanks between. The platform falls over a
 * number and an object, and takes a list with anything else in it for an empty one.
 */
final class GroupsClaim {
    private static final String NAME = "groups";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GroupsClaim() {}

    /**
     * Requires the claim of a verified token to be what it may be, or not to be there.
     *
     * @throws ProblemException 403 where it is something else
     */
    static void require(String token) {
        JsonNode groups = claims(token).path(NAME);
        boolean names = groups.isArray() && groups.valueStream().allMatch(JsonNode::isTextual);
        if (!names && !groups.isTextual() && !groups.isNull() && !groups.isMissingNode()) {
            throw ProblemException.forbidden("claim", "The token's claim " + NAME + " is not a list of names");
        }
    }

    private static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException("the claims of a verified token are JSON", e);
        }
    }
}
