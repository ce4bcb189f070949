package dev.standing.web.fairuse;

import java.util.Locale;

/** Routes that cost about the same, and so share a limit. */
enum RouteClass {
    /** What changes nothing. */
    READS,
    /** One thing at a time: a record, a check, a consent. */
    WRITES,
    /** Many things in a body. */
    BULKS;

    static RouteClass of(String method, String path) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return READS;
        }
        return path.endsWith("/batch") || path.endsWith("/stream") || path.contains("/imports/") ? BULKS : WRITES;
    }

    /** The name in settings and headers. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
