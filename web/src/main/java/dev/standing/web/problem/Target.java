package dev.standing.web.problem;

import dev.standing.contracts.json.Utf8;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What a call names, read as others on its way read it: one rule for paths and queries, whatever stands behind them. */
final class Target {
    private static final int LAST_OF_ASCII = 0x7F;
    private static final int ESCAPED_LENGTH = 3;
    private static final int HEX = 16;

    private Target() {}

    /**
     * Whether it is a path from the root and a query as RFC 3986 has them, in UTF-8 where they are encoded, and without an empty part: {@code
     * //v1} is a host to some and a path to others.
     */
    static boolean isReadable(HttpServerRequest request) {
        @Nullable String path = request.path();
        String uri = request.uri();
        return path != null && isFromRoot(request) && !path.contains("//") && isUri(uri) && isUtf8(uri);
    }

    /** Whether it is a path from the root, of whatever characters. */
    static boolean isFromRoot(HttpServerRequest request) {
        @Nullable String path = request.path();
        return path != null && path.startsWith("/");
    }

    private static boolean isUri(String text) {
        if (text.chars().anyMatch(each -> each > LAST_OF_ASCII)) {
            return false;
        }
        try {
            var _ = new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Of a URI: behind each % there are two digits. */
    private static boolean isUtf8(String uri) {
        if (uri.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int at = 0; at < uri.length(); at++) {
            if (uri.charAt(at) == '%') {
                bytes.write(Integer.parseInt(uri, at + 1, at + ESCAPED_LENGTH, HEX));
                at += ESCAPED_LENGTH - 1;
            } else {
                bytes.write(uri.charAt(at));
            }
        }
        return Utf8.isWellFormed(bytes.toByteArray(), 0, bytes.size());
    }
}
