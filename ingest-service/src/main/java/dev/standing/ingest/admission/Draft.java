package dev.standing.ingest.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.standing.web.json.Sent;
import dev.standing.web.problem.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record while it is read: the fields found so far, of the right type, and what is wrong with the others. */
final class Draft {
    private static final String TEXT = "a string";
    private static final String WHOLE_NUMBER = "a whole number, not in quotes";

    private static final String UNKNOWN = "no such field";

    /** Said once a record. */
    private static final String KNOWN =
            "; known are amountMinor, count, currency, id, kind, member, merchantCategory, occurredAt";

    @Nullable
    String id;

    @Nullable
    String member;

    @Nullable
    String kind;

    @Nullable
    String occurredAt;

    @Nullable
    Long amountMinor;

    @Nullable
    String currency;

    @Nullable
    Long count;

    @Nullable
    String merchantCategory;

    private @Nullable List<Violation> violations;
    private int unknown;

    /** Reads the object that the parser has just opened, to its end. */
    static Draft read(JsonParser parser) throws IOException {
        Draft draft = new Draft();
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            draft.field(field, parser);
        }
        return draft;
    }

    private void field(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "id" -> id = text(field, parser);
            case "member" -> member = text(field, parser);
            case "kind" -> kind = text(field, parser);
            case "occurredAt" -> occurredAt = text(field, parser);
            case "amountMinor" -> amountMinor = number(field, parser);
            case "currency" -> currency = text(field, parser);
            case "count" -> count = number(field, parser);
            case "merchantCategory" -> merchantCategory = text(field, parser);
            default -> {
                wrong(field, Sent.value(parser), unknown == 0 ? UNKNOWN + KNOWN : UNKNOWN);
                unknown++;
                parser.skipChildren();
            }
        }
    }

    private @Nullable String text(String field, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        return otherType(field, token, TEXT, parser);
    }

    private @Nullable Long number(String field, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT) {
            otherType(field, token, WHOLE_NUMBER, parser);
            return null;
        }
        try {
            return parser.getLongValue();
        } catch (InputCoercionException e) {
            wrong(field, parser.getText(), "a whole number of at most 18 digits");
            return null;
        }
    }

    private @Nullable String otherType(String field, JsonToken token, String allowed, JsonParser parser)
            throws IOException {
        if (token != JsonToken.VALUE_NULL) {
            wrong(field, Sent.value(parser), allowed);
            parser.skipChildren();
        } else {
            wrong(field, null, allowed);
        }
        return null;
    }

    void wrong(String field, @Nullable String value, String allowed) {
        if (violations == null) {
            violations = new ArrayList<>();
        }
        violations.add(new Violation(field, value, allowed));
    }

    /** Whether something was found wrong with the field already, so that it is not called missing as well. */
    boolean isWrong(String field) {
        return violations != null
                && violations.stream().anyMatch(violation -> violation.field().equals(field));
    }

    List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
