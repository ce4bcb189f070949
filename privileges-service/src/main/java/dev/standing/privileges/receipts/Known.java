package dev.standing.privileges.receipts;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a receipt of one member could say at one moment, by name. What friends add is nowhere in it but in the score itself. */
record Known(Map<String, Object> all) {
    /** Of these names alone; names all that are not known, or named before. */
    Map<String, Object> only(List<String> names) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            @Nullable Object value = all.get(names.get(i));
            if (value == null || chosen.put(names.get(i), value) != null) {
                violations.add(new Violation("disclose[" + i + "]", names.get(i), "each once, of " + all.keySet()));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return chosen;
    }
}
