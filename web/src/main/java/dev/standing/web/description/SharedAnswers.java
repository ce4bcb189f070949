package dev.standing.web.description;

import dev.standing.web.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What any route may answer, said once for all, and added to each. A resource says in words what its own problems mean; their form comes
 * from here. Where its 401 has a media type of its own, so have all its problems.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class SharedAnswers implements OASFilter {
    private static final String DOCUMENT = "/description/shared-answers.yaml";
    private static final String RESPONSES = "#/components/responses/";
    private static final String HEADERS = "#/components/headers/";

    /** Answered where a body is read, or before anybody looks at what the route is. */
    private static final Set<String> OF_BODIES = Set.of("408", "413", "415");

    private static final Set<String> OF_HEADS = Set.of("414", "431");
    private static final List<String> OF_PARTNERS = List.of("RateLimit", "RateLimit-Policy");

    /** In whose words the platform says what a resource does not. */
    private static final Set<String> WORDLESS = Set.of("Not Authorized", "Not Allowed", "Bad Request");

    private final Components shared = read();

    private static Components read() {
        OpenAPI document = SmallRyeOpenAPI.builder()
                .withCustomStaticFile(SharedAnswers::file)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .build()
                .model();
        return Objects.requireNonNull(document.getComponents());
    }

    private static InputStream file() {
        return Objects.requireNonNull(SharedAnswers.class.getResourceAsStream(DOCUMENT), DOCUMENT);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        shared.getSchemas().forEach(components::addSchema);
        shared.getHeaders().forEach(components::addHeader);
        shared.getResponses().forEach(components::addResponse);
        api.setComponents(components);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(this::complete);
    }

    private void complete(Operation operation) {
        APIResponses responses = operation.getResponses();
        String problems = problems(responses);
        for (String status : shared.getResponses().keySet()) {
            APIResponse said = responses.getAPIResponse(status);
            boolean mayBe = operation.getRequestBody() != null || !OF_BODIES.contains(status);
            if (mayBe && (said == null || isWordless(said))) {
                responses.addAPIResponse(
                        status, OF_HEADS.contains(status) ? reference(status) : answer(status, problems));
            }
        }
        responses.getAPIResponses().forEach((status, response) -> form(status, response, problems));
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private static boolean isWordless(APIResponse response) {
        return response.getRef() == null && WORDLESS.contains(String.valueOf(response.getDescription()));
    }

    /** The media type of the operation's problems. */
    private static String problems(APIResponses responses) {
        APIResponse unauthorized = responses.getAPIResponse("401");
        Content own = unauthorized == null ? null : unauthorized.getContent();
        return own == null
                ? Problem.MEDIA_TYPE
                : own.getMediaTypes().keySet().iterator().next();
    }

    private APIResponse answer(String status, String problems) {
        return problems.equals(Problem.MEDIA_TYPE)
                ? reference(status)
                : OASFactory.createAPIResponse()
                        .description(
                                Objects.requireNonNull(shared.getResponses().get(status))
                                        .getDescription());
    }

    private static APIResponse reference(String status) {
        return OASFactory.createAPIResponse().ref(RESPONSES + status);
    }

    /** Gives a response the headers that go with its status and, where it is a problem, the form of one. */
    private void form(String status, APIResponse response, String problems) {
        if (response.getRef() != null) {
            return;
        }
        if (status.startsWith("2")) {
            OF_PARTNERS.forEach(header -> addHeader(response, header));
            return;
        }
        APIResponse usual = shared.getResponses().get(status);
        if (usual != null && usual.getHeaders() != null) {
            usual.getHeaders().keySet().forEach(header -> addHeader(response, header));
        }
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent().addMediaType(problems, OASFactory.createMediaType()));
        }
        response.getContent().getMediaTypes().values().stream()
                .filter(type -> type.getSchema() == null)
                .forEach(SharedAnswers::beProblem);
    }

    private static void beProblem(MediaType type) {
        type.setSchema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
    }

    private static void addHeader(APIResponse response, String name) {
        Map<String, Header> headers = response.getHeaders();
        if (headers == null || !headers.containsKey(name)) {
            response.addHeader(name, OASFactory.createHeader().ref(HEADERS + name));
        }
    }
}
