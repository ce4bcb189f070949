package dev.standing.web.fairuse;

import java.util.Locale;
import java.util.regex.Pattern;

/** Routes that cost about the same, and so share a limit. */
enum RouteClass {
    /** What changes nothing. */
    READS,
    /** One thing at a time: a record, a check, a consent. */
    WRITES,
    /** Many things in a body. */
    BULKS;

    /** Routes are found by paths with a slash at the end, too. */
    private static final Pattern MANY = Pattern.compile("/(batch|stream)/*$|/imports/");

    static RouteClass of(String method, String path) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return READS;
        }
        return MANY.matcher(path).find() ? BULKS : WRITES;
    }

    /** The name in settings and headers. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
