package dev.standing.privileges.receipts;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request whose fields may stand as they are, each by itself; what is known of the member decides on names. */
record Wish(String audience, List<String> disclose, Duration life) {
    private static final int MOST_DAYS = 30;
    private static final int MOST_NAMES = 64;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,256}");
    private static final String AUDIENCE =
            "1 to 256 visible characters of ASCII, and where there is a : among them an address, as https://landlord.example";
    private static final String DISCLOSE = "1 to " + MOST_NAMES + " names of what is to be said, as band";
    private static final String DAYS = "a whole number from 1 to " + MOST_DAYS;

    /** Names everything that is wrong. */
    static Wish of(@Nullable ReceiptRequest request) {
        ReceiptRequest asked = request == null ? new ReceiptRequest(null, null, null) : request;
        List<Violation> violations = new ArrayList<>();
        String audience = audience(asked.audience(), violations);
        List<String> names = names(asked.disclose(), violations);
        int days = asked.days() == null ? MOST_DAYS : asked.days();
        if (days < 1 || days > MOST_DAYS) {
            violations.add(new Violation("days", String.valueOf(days), DAYS));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new Wish(audience, names, Duration.ofDays(days));
    }

    private static String audience(@Nullable String audience, List<Violation> violations) {
        if (audience == null) {
            violations.add(Violation.missing("audience", AUDIENCE));
            return "";
        }
        if (!VISIBLE.matcher(audience).matches() || (audience.indexOf(':') >= 0 && !isAddress(audience))) {
            violations.add(new Violation("audience", audience, AUDIENCE));
        }
        return audience;
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> names(@Nullable List<@Nullable String> disclose, List<Violation> violations) {
        if (disclose == null || disclose.isEmpty()) {
            violations.add(Violation.missing("disclose", DISCLOSE));
            return List.of();
        }
        if (disclose.size() > MOST_NAMES) {
            violations.add(new Violation("disclose", disclose.size() + " names", DISCLOSE));
            return List.of();
        }
        return disclose.stream().map(String::valueOf).toList();
    }
}
