package dev.standing.api;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * What a change of an API takes from those who call it: by openapi-diff, and besides any field that is gone, which openapi-diff lets pass
 * where it was not always there.
 */
final class Breaking {
    private Breaking() {}

    /** What breaks, to be read by people; empty where callers of before notice nothing. */
    static String between(String before, String after) {
        ChangedOpenApi changes = OpenApiCompare.fromContents(before, after);
        Set<String> gone = new TreeSet<>();
        collectGone(changes, gone);
        if (!changes.isIncompatible() && gone.isEmpty()) {
            return "";
        }
        return text(changes) + (gone.isEmpty() ? "" : "Fields that are gone: " + gone + "\n");
    }

    private static void collectGone(Changed change, Set<String> gone) {
        if (change instanceof ChangedSchema schema) {
            gone.addAll(schema.getMissingProperties().keySet());
        }
        if (change instanceof ComposedChanged composed) {
            composed.getChangedElements().stream()
                    .filter(part -> part != null)
                    .forEach(part -> collectGone(part, gone));
        }
    }

    private static String text(ChangedOpenApi changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ConsoleRender().render(changes, new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
