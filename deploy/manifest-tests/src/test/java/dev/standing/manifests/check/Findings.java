package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what is wrong. */
final class Findings {
    private final List<String> all = new ArrayList<>();

    void expect(boolean condition, Object where, String sentence) {
        if (!condition) {
            all.add(where + ": " + sentence);
        }
    }

    /** What stands at the pointer has to be the value. */
    void expect(Manifest where, JsonNode parent, String pointer, Object value) {
        JsonNode found = pointer.isEmpty() ? parent : parent.at(pointer);
        boolean same = found.asText().equals(String.valueOf(value)) && found.isValueNode();
        expect(
                same,
                where,
                pointer.substring(pointer.lastIndexOf('/') + 1) + " is " + said(found) + "; wanted: " + value);
    }

    void expectSame(Object where, String what, Set<String> found, Set<String> wanted) {
        expect(found.equals(wanted), where, what + " are " + found + "; wanted: " + wanted);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    private static String said(JsonNode found) {
        return found.isMissingNode() ? "missing" : found.toString();
    }
}
