package dev.standing.privileges.radius;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the sessions of access servers that hear of changes; of others there is nothing to do. */
@Singleton
final class Accounting {
    /** An attribute of RADIUS holds no more. */
    private static final int MOST_BYTES = 253;

    private final Network network;
    private final SessionStore store;

    Accounting(Network network, SessionStore store) {
        this.network = network;
        this.store = store;
    }

    /**
     * Hears what an access server of this partner says.
     *
     * @throws ProblemException 422 where a field is missing or longer than an attribute
     */
    Uni<Void> hear(String partner, @Nullable AccountingRequest said) {
        AccountingRequest request = said == null ? AccountingRequest.EMPTY : said;
        List<Violation> violations = new ArrayList<>();
        String status = field("status", request.status(), true, violations);
        String server = field("server", request.server(), true, violations);
        boolean wholeServer = status.equals("Accounting-On") || status.equals("Accounting-Off");
        String id = field("session", request.session(), !wholeServer, violations);
        String member = field("member", request.member(), !wholeServer, violations);
        String told = Line.told(field("class", request.told(), false, violations));
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        if (network.server(partner, server) == null) {
            return Uni.createFrom().voidItem();
        }
        return switch (status) {
            case "Start" -> store.heard(new SessionKey(partner, server, id), member, told, true);
            case "Interim-Update" -> store.heard(new SessionKey(partner, server, id), member, told, false);
            case "Stop" -> store.ended(new SessionKey(partner, server, id));
            case "Accounting-On", "Accounting-Off" -> store.ended(new SessionKey(partner, server, ""));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static String field(String name, @Nullable String value, boolean isNeeded, List<Violation> violations) {
        String text = Objects.requireNonNullElse(value, "");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            violations.add(new Violation(name, null, "text that UTF-8 has, without halves of surrogate pairs"));
        } else if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || text.indexOf('\0') >= 0) {
            violations.add(new Violation(name, text, "at most " + MOST_BYTES + " bytes, none of them nought"));
        } else if (isNeeded && text.isEmpty()) {
            violations.add(Violation.missing(name, "what the access server says"));
        }
        return text;
    }
}
