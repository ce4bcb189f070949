package dev.standing.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.problem.ProblemException;
import java.io.IOException;
import java.util.Base64;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What the claims have to be that are read of every token. The platform falls over a name that is no text and over roles that are a number
 * or an object, takes a list with anything else in it for an empty one, and says of the others that the token is none.
 */
enum Claims {
    UPN("upn", Form.TEXT),
    PREFERRED_USERNAME("preferred_username", Form.TEXT),
    SUBJECT("sub", Form.TEXT),
    ISSUER("iss", Form.TEXT),
    ID("jti", Form.TEXT),
    AUDIENCE("aud", Form.TEXTS),
    END("exp", Form.SECONDS),
    ISSUED_AT("iat", Form.SECONDS),
    NOT_BEFORE("nbf", Form.SECONDS),
    GROUPS("groups", Form.TEXTS),
    ROLE_MAPPINGS("roleMappings", Form.TEXTS_BY_NAME);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key;
    private final Form form;

    Claims(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /**
     * Requires each claim of a verified token to be what it may be, or not to be there. What it is instead is not repeated.
     *
     * @throws ProblemException 403 where roles are something else, 401 where another is
     */
    static void require(String token) {
        JsonNode claims = read(token);
        for (Claims claim : values()) {
            JsonNode value = claims.path(claim.key);
            if (!value.isMissingNode() && !value.isNull() && !claim.form.fits(value)) {
                throw claim.refused();
            }
        }
    }

    /**
     * The name of whom a verified token is for.
     *
     * @throws ProblemException 401 where it says none
     */
    static String name(JsonWebToken token) {
        @Nullable String name = token.getName();
        if (name == null) {
            throw ProblemException.unknown("The token says of nobody that it is theirs: its claim sub is missing");
        }
        return name;
    }

    private ProblemException refused() {
        String detail = "The token's claim " + key + " is not as it has to be; allowed: " + form.allowed;
        return switch (this) {
            case GROUPS, ROLE_MAPPINGS -> ProblemException.forbidden("claim", detail);
            default -> ProblemException.unknown(detail);
        };
    }

    private static JsonNode read(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException("the claims of a verified token are JSON", e);
        }
    }

    private enum Form {
        TEXT("a text"),
        TEXTS("a list of texts, or one text"),
        TEXTS_BY_NAME("an object of texts"),
        SECONDS("a number of seconds");

        private final String allowed;

        Form(String allowed) {
            this.allowed = allowed;
        }

        boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isTextual();
                case TEXTS -> value.isTextual() || (value.isArray() && areTexts(value));
                case TEXTS_BY_NAME -> value.isObject() && areTexts(value);
                case SECONDS -> value.isNumber();
            };
        }

        private static boolean areTexts(JsonNode values) {
            return values.valueStream().allMatch(JsonNode::isTextual);
        }
    }
}
