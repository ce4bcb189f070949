package dev.standing.manifests.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting.
 *
 * @param type as an operator reads it: integer, duration, …
 * @param ordinary its default; null where there is none
 */
public record Setting(String name, String type, @Nullable String ordinary, String meaning) {
    private static final String NO_NAME = "[^a-zA-Z0-9]";

    /** By the rule of MicroProfile Config. */
    public String variable() {
        return variable(name);
    }

    static String variable(String name) {
        return name.replaceAll(NO_NAME, "_").toUpperCase(Locale.ROOT);
    }

    /** Whether a value is of the type, as far as types are known. */
    public boolean takes(String value) {
        return switch (type) {
            case "boolean" -> value.matches("true|false");
            case "integer", "port" -> value.matches("-?[0-9]+");
            case "number" -> value.matches("-?[0-9]+(\\.[0-9]+)?");
            case "duration" -> value.matches("PT?[0-9].*|[0-9]+(ms|[smhdSMHD])?");
            default -> !value.isBlank();
        };
    }

    String row() {
        String shown = ordinary == null ? "" : ordinary.isEmpty() ? "" : "`" + ordinary + "`";
        return "| `" + name + "` | `" + variable() + "` | " + type + " | " + shown + " | " + meaning + " |";
    }
}
