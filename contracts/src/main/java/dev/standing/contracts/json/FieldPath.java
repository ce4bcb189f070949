package dev.standing.contracts.json;

import com.fasterxml.jackson.databind.JsonMappingException;

/** The way to the field that a reader stumbled over, as {@code items[3].amountMinor}. */
public final class FieldPath {
    private FieldPath() {}

    /** Empty where the whole document is meant. */
    public static String of(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
