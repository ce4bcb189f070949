package dev.standing.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No body, an empty one and one of white space are answered as {@code {}} is, on every route that takes JSON: what is missing first is
 * named. To be extended by a test of each service that takes bodies.
 */
public abstract class EmptyBodiesContract {
    protected static final String MEMBER = "m-1";

    private static final String JSON = "application/json";
    private static final List<String> EMPTY = List.of("", " ", "\r\n\t ");

    private final List<String> tokens;

    /** @param tokens of everybody who may call; the member's is that of {@link #MEMBER} */
    protected EmptyBodiesContract(String... tokens) {
        this.tokens = List.of(tokens);
    }

    @Test
    void aBodyThatIsEmptyIsAnsweredAsIfNoFieldWereInIt() {
        OpenAPI api = new OpenAPIV3Parser()
                .readContents(RestAssured.get("/q/openapi").asString())
                .getOpenAPI();
        List<String> tried = new ArrayList<>();
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            @Nullable Schema<?> schema = schema(api, operation);
            if (schema != null) {
                tried.add(path);
                tryOut(method.name(), path.replace("{member}", MEMBER).replaceAll("\\{.*?}", "nothing-1"), schema);
            }
        }));
        assertThat(tried).isNotEmpty();
    }

    /** Of a body of JSON; null where there is none. */
    private static @Nullable Schema<?> schema(OpenAPI api, Operation operation) {
        MediaType json = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent().get(JSON);
        if (json == null || json.getSchema().get$ref() == null) {
            return json == null ? null : json.getSchema();
        }
        String reference = json.getSchema().get$ref();
        return api.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private void tryOut(String method, String path, Schema<?> schema) {
        boolean isArray = "array".equals(schema.getType());
        String token = tokens.stream()
                .filter(each -> as(each).body("{}").request(method, path).statusCode() != 403)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may call " + path));
        List<Response> answers = new ArrayList<>();
        answers.add(as(token).request(method, path));
        EMPTY.forEach(body -> answers.add(as(token).body(body).request(method, path)));
        if (!isArray) {
            answers.add(as(token).body("{}").request(method, path));
        }
        Response last = answers.getLast();
        for (Response answer : answers) {
            assertThat(answer.asString()).as("%s %s", method, path).isEqualTo(last.asString());
            assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(last.statusCode());
        }
        assertThat(withNothing(method, path, token)).as("%s %s", method, path).isEqualTo(last.asString());
        if (isArray || schema.getRequired() != null) {
            assertThat(last.statusCode()).as(last.asString()).isEqualTo(422);
            assertThat(last.jsonPath().getString("violations[0].field"))
                    .as("%s %s", method, path)
                    .isIn(isArray ? List.of("") : schema.getRequired());
            assertThat(last.jsonPath().getString("violations[0].value")).isNull();
        }
    }

    /** Neither a body nor a type of one: REST Assured would say a type by itself. */
    private static String withNothing(String method, String path, String token) {
        HttpRequest call = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(call, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(JSON);
    }
}
