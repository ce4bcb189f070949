package dev.standing.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Witness;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds every answer of {@code /v1} to the description that was accepted: its status, its media type, its headers, and all fields of its
 * body, none missing and none too much. Of lines each is held to the schema of a line. Thread-safe.
 *
 * <p>Left out is what no description can name: paths and methods that there are none of, which may only be refused; and what never
 * becomes a call ({@code *}, {@code CONNECT}, heads that are no HTTP), which no client sends that this sees. Nor does it see what flows through
 * a {@code LineStream}: many thousand lines of the same making as those that it does see.
 */
public final class Described implements Witness {
    private static final String NDJSON = "application/x-ndjson";
    private static final int OUR_FAULT = 500;

    /** Within a part of a path: to the platform a path of more parts, to the validator one of as many. */
    private static final Pattern SLASH = Pattern.compile("%2[Ff]");

    private static final String JSON = "application/json";
    private static final Set<String> NOT_THERE =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");

    /** 401 before anybody is told what there is; 400 and 414 to what is no path. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 414, 422);

    private final Map<Service, OpenApiInteractionValidator> validators = new EnumMap<>(Service.class);
    private final Map<Service, OpenApiInteractionValidator> ofLines = new EnumMap<>(Service.class);

    /** Reads the three descriptions. */
    public Described() {
        for (Service service : Service.values()) {
            String text = ApiDocument.of(service).text();
            validators.put(service, validator(text));
            // To a validator that looks into JSON alone, a line is JSON.
            ofLines.put(service, validator(text.replace(NDJSON, JSON)));
        }
    }

    private static OpenApiInteractionValidator validator(String text) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(text).build();
    }

    @Override
    public void saw(Service service, String method, String path, Answer answer) {
        if (path.startsWith("/v1/")) {
            List<String> faults = faults(service, method, path, answer);
            if (!faults.isEmpty()) {
                throw new AssertionError(answer.request() + " was answered " + answer.status() + " " + answer.type()
                        + " otherwise than contracts/openapi/" + service.key() + ".yaml says: " + faults + ": "
                        + answer.body());
            }
        }
    }

    /** What the description does not allow; empty where it says so. */
    List<String> faults(Service service, String method, String path, Answer answer) {
        Request.Method verb = Request.Method.valueOf(method);
        String bare = path.replaceAll("\\?.*", "");
        if (answer.status() == OUR_FAULT) {
            return List.of("a fault of ours");
        }
        if (SLASH.matcher(bare).find() && REFUSALS.contains(answer.status())) {
            return List.of();
        }
        if (!answer.type().startsWith(NDJSON)) {
            return faults(
                    of(validators, service)
                            .validateResponse(bare, verb, response(answer, answer.type(), answer.body())),
                    answer.status());
        }
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> of(ofLines, service).validateResponse(bare, verb, response(answer, JSON, line)))
                .flatMap(report -> faults(report, answer.status()).stream())
                .toList();
    }

    private static OpenApiInteractionValidator of(
            Map<Service, OpenApiInteractionValidator> validators, Service service) {
        return Objects.requireNonNull(validators.get(service));
    }

    private static SimpleResponse response(Answer answer, String type, String body) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-type")) {
                response.withHeader(name, values);
            }
        });
        if (!type.isEmpty()) {
            response.withContentType(type);
        }
        return body.isEmpty() ? response.build() : response.withBody(body).build();
    }

    private static List<String> faults(ValidationReport report, int status) {
        if (report.getMessages().stream().anyMatch(message -> NOT_THERE.contains(message.getKey()))) {
            return REFUSALS.contains(status) ? List.of() : List.of("there is no such route");
        }
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
