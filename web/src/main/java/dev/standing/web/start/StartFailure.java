package dev.standing.web.start;

import dev.standing.database.Fault;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a service did not start, in one line: a setting by its name, its value where that is no secret, and what is allowed. */
final class StartFailure {
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required but");
    private static final Pattern MALFORMED = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*?)\" threw an Exception whilst being converted(?:[\\s:]+(.*))?");
    /** The server's own words, which do not tell whose port. */
    private static final Pattern PORT = Pattern.compile("port must be [<>]= -?\\d+|port p must be in range .*");

    private static final Pattern SECRET = Pattern.compile("(password|secret|token|credential|key)$");
    private static final Pattern PREFIXES =
            Pattern.compile("(\\bSRCFG\\d+: ?|\\b[a-z]+(\\.[a-z]+)+\\.[A-Z][A-Za-z]+: ?)");

    /** How what we refuse ourselves is told. */
    private static final String OURS = "The setting ";

    private StartFailure() {}

    static String text(Throwable failure) {
        Set<String> settings = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            message.lines()
                    .map(StartFailure::setting)
                    .filter(each -> each != null)
                    .forEach(settings::add);
        }
        return settings.isEmpty()
                ? "The service does not start: " + oneLine(Fault.text(root(failure)))
                : String.join("; ", settings);
    }

    private static @Nullable String setting(String line) {
        if (line.startsWith(OURS)) {
            return line;
        }
        if (PORT.matcher(line).matches()) {
            return "The setting quarkus.http.port or quarkus.management.port is out of range; allowed: 0 to 65535";
        }
        Matcher malformed = MALFORMED.matcher(line);
        if (malformed.find()) {
            return malformed(malformed.toMatchResult());
        }
        Matcher missing = MISSING.matcher(line);
        return missing.find() ? "The setting " + missing.group(1) + " is missing, and has no default" : null;
    }

    private static String malformed(MatchResult found) {
        String name = found.group(1);
        String value = SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()
                ? "not as it should be"
                : "'" + found.group(2) + "'";
        String allowed = found.group(3) == null ? "" : "; allowed: " + allowed(found.group(3));
        return "The setting " + name + " is " + value + allowed;
    }

    private static String allowed(String reason) {
        String text = PREFIXES.matcher(reason).replaceAll("").strip();
        return text.replaceFirst("^Invalid duration: .*", "a time as 500ms, 10s, 5m or PT1M30S")
                .replaceFirst("^Expected an? ", "a value that is an ")
                .replaceFirst(", got \".*\"$", "");
    }

    private static String oneLine(String text) {
        return PREFIXES.matcher(text.replaceAll("\\s*\\R\\s*", " "))
                .replaceAll("")
                .strip();
    }

    /** The first cause; but of what the system below says ("Connection refused") whoever knows to what or of which file. */
    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root.getCause() instanceof IOException)) {
            root = root.getCause();
        }
        return root;
    }
}
