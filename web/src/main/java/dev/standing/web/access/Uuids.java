package dev.standing.web.access;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UUIDs as ids: of paths whole, for the platform would also take shorter ones. */
public final class Uuids {
    private static final Pattern WHOLE = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuids() {}

    /** An id that nothing else has: a prefix that says of what, and 32 hexadecimal digits. */
    public static String next(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    /** Null where it is none. */
    public static @Nullable UUID find(String text) {
        return WHOLE.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
