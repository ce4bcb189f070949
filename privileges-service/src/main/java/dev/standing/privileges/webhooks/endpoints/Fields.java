package dev.standing.privileges.webhooks.endpoints;

import dev.standing.privileges.webhooks.EventType;
import dev.standing.privileges.webhooks.sending.Sender;
import dev.standing.privileges.webhooks.sending.TargetUrl;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand in the fields of a request. */
final class Fields {
    private static final String TYPES = "each once, of " + EventType.codes();

    private final Sender sender;

    Fields(Sender sender) {
        this.sender = sender;
    }

    /** Names everything that is wrong. */
    void require(@Nullable String url, @Nullable List<@Nullable String> types) {
        List<Violation> violations = new ArrayList<>();
        if (url == null) {
            violations.add(Violation.missing("url", TargetUrl.ALLOWED));
        }
        if (types == null) {
            violations.add(Violation.missing("types", TYPES));
        }
        refuse(violations, url, types);
    }

    /** The same of what is there. */
    void requireGiven(@Nullable String url, @Nullable List<@Nullable String> types) {
        refuse(new ArrayList<>(), url, types);
    }

    private void refuse(List<Violation> violations, @Nullable String url, @Nullable List<@Nullable String> types) {
        if (url != null && sender.target(url) == null) {
            violations.add(new Violation("url", url, TargetUrl.ALLOWED));
        }
        if (types != null) {
            violations.addAll(violations(types));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private static List<Violation> violations(List<@Nullable String> types) {
        if (types.isEmpty()) {
            return List.of(Violation.missing("types", TYPES));
        }
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            if (type == null || !EventType.codes().contains(type) || !seen.add(type)) {
                violations.add(new Violation("types[" + i + "]", type, TYPES));
            }
        }
        return violations;
    }

    static String joined(List<@Nullable String> types) {
        return String.join(",", types);
    }
}
