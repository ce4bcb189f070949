package dev.standing.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;

/** What Bean Validation finds; a constraint's message says what is allowed. */
@Provider
public final class ConstraintMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException e) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(ConstraintMapper::violation)
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        return Problems.response(ProblemException.invalid(violations).problem());
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        return new Violation(
                field(violation.getPropertyPath()), value == null ? null : value.toString(), violation.getMessage());
    }

    /** The path without the method and, for a body, without the parameter, which mean nothing to a caller. */
    private static String field(Path path) {
        StringBuilder field = new StringBuilder();
        int depth = 0;
        int length = path.toString().split("\\.").length;
        for (Path.Node node : path) {
            depth++;
            if (depth == 1 || (depth == 2 && length > 2)) {
                continue;
            }
            field.append(field.isEmpty() ? "" : ".").append(node);
        }
        return field.toString();
    }
}
