package dev.standing.privileges.webhooks.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner wants to be told: https and a name, never a number in whatever spelling, for a name is resolved and looked at before
 * anything is sent. On a machine that allows it also http to that very machine.
 */
public final class TargetUrl {
    /** What to tell who named another. */
    public static final String ALLOWED = "https, a host by its name of the public internet, port 443 or 1024 to 65535,"
            + " no user and no fragment, 2048 characters at most";

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_HOST_LENGTH = 253;
    private static final int HTTPS_PORT = 443;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LAST_PORT = 65_535;
    /** Labels of letters, digits and hyphens, two at least, the last of which begins with a letter. */
    private static final Pattern NAME = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
    /** Names that are nobody's on the public internet. */
    private static final List<String> OURS = List.of(
            ".localhost",
            ".local",
            ".internal",
            ".intranet",
            ".lan",
            ".home",
            ".corp",
            ".arpa",
            ".test",
            ".invalid",
            ".example",
            ".onion",
            ".localdomain",
            ".cluster");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final URI uri;
    private final boolean loopback;

    private TargetUrl(URI uri, boolean loopback) {
        this.uri = uri;
        this.loopback = loopback;
    }

    /**
     * The place that the text names, or null where nothing may be sent there.
     *
     * @param allowLoopback whether this very machine is allowed, over http
     */
    public static @Nullable TargetUrl of(String text, boolean allowLoopback) {
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return null;
            }
            if (allowLoopback && "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost())) {
                return new TargetUrl(uri, true);
            }
            return "https".equalsIgnoreCase(uri.getScheme()) && isPortAllowed(uri.getPort()) && isName(uri.getHost())
                    ? new TargetUrl(uri, false)
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isPortAllowed(int port) {
        return port == -1 || port == HTTPS_PORT || (port >= FIRST_FREE_PORT && port <= LAST_PORT);
    }

    private static boolean isName(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return host.length() <= MAX_HOST_LENGTH
                && NAME.matcher(host).matches()
                && OURS.stream().noneMatch(lower::endsWith);
    }

    boolean isSecure() {
        return !loopback;
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() != -1 ? uri.getPort() : loopback ? 80 : HTTPS_PORT;
    }

    /** Path and query, as they go into the request's line. */
    String resource() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Whether that, which its name was resolved to, is a place to connect to. */
    boolean allows(InetAddress address, Addresses addresses) {
        return loopback ? address.isLoopbackAddress() : addresses.isPublic(address);
    }
}
