package dev.standing.web.access;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Queries say what their resource knows, and once: a parameter that is misspelt would be read as if it had not been said, and of one that
 * is said twice the first alone. One without a value is for the platform as if it were not there.
 */
public final class KnownQueries {
    private static final int AFTER_PATHS = 2_000;

    /** Fails with 422, naming each parameter that is not known, is repeated or has no value. The platform registers what it hands out for reflection. */
    @ServerRequestFilter(nonBlocking = true, priority = AFTER_PATHS)
    public void require(RoutingContext call, ResourceInfo resource) {
        String query = call.request().query();
        if (query != null && !query.isEmpty()) {
            List<Violation> violations = violations(call.queryParams(), known(resource.getResourceMethod()));
            if (!violations.isEmpty()) {
                throw ProblemException.invalid(violations);
            }
        }
    }

    private static List<Violation> violations(MultiMap said, Map<String, Boolean> known) {
        List<Violation> violations = new ArrayList<>();
        for (String name : said.names()) {
            List<String> values = said.getAll(name);
            if (!known.containsKey(name)) {
                String allowed = known.isEmpty() ? "no parameters" : "no such parameter; known are " + known.keySet();
                violations.add(new Violation(name, values.getFirst(), allowed));
            } else if (values.size() > 1 && !known.get(name)) {
                violations.add(new Violation(name, String.join(", ", values), "one value"));
            } else if (values.contains("")) {
                violations.add(new Violation(name, "", "a value; or leave the parameter out"));
            }
        }
        return violations;
    }

    /** The names of a resource's parameters, and whether each may have several values. */
    private static Map<String, Boolean> known(Method resource) {
        Map<String, Boolean> known = new TreeMap<>();
        for (Parameter parameter : resource.getParameters()) {
            QueryParam named = parameter.getAnnotation(QueryParam.class);
            if (named != null) {
                known.put(named.value(), Collection.class.isAssignableFrom(parameter.getType()));
            }
        }
        return known;
    }
}
