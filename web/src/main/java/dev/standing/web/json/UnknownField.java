package dev.standing.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;

/** A field that nobody knows, and what was sent in it: afterwards nobody could tell. */
public final class UnknownField extends UnrecognizedPropertyException {
    private static final long serialVersionUID = 1L;

    private final String sent;

    UnknownField(JsonParser parser, Class<?> type, String name, Collection<Object> known, String sent) {
        super(parser, "unknown field", parser.currentLocation(), type, name, known);
        this.sent = sent;
    }

    public String sent() {
        return sent;
    }
}
