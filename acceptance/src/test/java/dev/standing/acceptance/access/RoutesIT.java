package dev.standing.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every caller at every door. */
@ResourceLock(Suites.SHARED)
class RoutesIT {
    // Where 403 and 404 are both allowed, a caller learns nothing from either.
    private static final String TABLE = """
            service    method path                                            | body     | partner | other partner | member | other member | analyst | operator
            ingest     PUT    /v1/members/{member}                            | -        | 200 | 200 | 403 | 403 | 403 | 200
            ingest     PUT    /v1/members/{member}/consents/records/{partner} | consent  | 403 | 403 | 200 | 403/404 | 403 | 200
            ingest     PUT    /v1/members/{member}/consents/social            | consent  | 403 | 403 | 200 | 403/404 | 403 | 200
            ingest     GET    /v1/members/{member}/consents                   | -        | 403 | 403 | 200 | 403/404 | 403 | 200
            ingest     GET    /v1/members/{member}/ties                       | -        | 403 | 403 | 200 | 403/404 | 403 | 403
            ingest     POST   /v1/members/{member}/ties                       | tie      | 403 | 403 | 202 | 403/404 | 403 | 403
            ingest     POST   /v1/members/{member}/ties/{suitor}/confirmation | -        | 403 | 403 | 200 | 403/404 | 403 | 403
            ingest     DELETE /v1/members/{member}/ties/{friend}              | -        | 403 | 403 | 200 | 403/404 | 403 | 403
            ingest     POST   /v1/records                                     | record   | 202 | 403 | 403 | 403 | 403 | 403
            ingest     POST   /v1/records/batch                               | batch    | 200 | 200 | 403 | 403 | 403 | 403
            ingest     POST   /v1/records/stream                              | stream   | 200 | 200 | 403 | 403 | 403 | 403
            ingest     GET    /v1/records/{record}                            | -        | 200 | 404 | 403 | 403 | 403 | 403
            ingest     DELETE /v1/records/{recordToGo}                        | -        | 200 | 404 | 403 | 403 | 403 | 403
            ingest     POST   /v1/members/{member}/disputes                   | dispute  | 403 | 403 | 404 | 403/404 | 403 | 403
            ingest     GET    /v1/members/{member}/disputes                   | -        | 403 | 403 | 200 | 403/404 | 403 | 403
            ingest     GET    /v1/members/{member}/disputes/{webhook}         | -        | 403 | 403 | 404 | 403/404 | 403 | 403
            ingest     GET    /v1/disputes                                    | -        | 200 | 200 | 403 | 403 | 403 | 200
            ingest     GET    /v1/disputes/{webhook}                          | -        | 404 | 404 | 403 | 403 | 403 | 404
            ingest     POST   /v1/disputes/{webhook}/decision                 | decision | 404 | 404 | 403 | 403 | 403 | 404
            ingest     GET    /v1/partners                                    | -        | 403 | 403 | 403 | 403 | 403 | 200
            ingest     GET    /v1/partners/me                                 | -        | 200 | 200 | 403 | 403 | 403 | 403
            ingest     GET    /v1/partners/{partner}                          | -        | 403 | 403 | 403 | 403 | 403 | 200
            ingest     POST   /v1/imports/members                             | members  | 403 | 403 | 403 | 403 | 403 | 200
            ingest     POST   /v1/imports/ties                                | ties     | 403 | 403 | 403 | 403 | 403 | 200
            scoring    GET    /v1/members/{member}/score                      | -        | 200 | 404 | 200 | 403/404 | 403 | 200
            scoring    GET    /v1/members/{member}/score/explanation          | -        | 403 | 403 | 200 | 403/404 | 403 | 200
            scoring    GET    /v1/members/{member}/score/history              | -        | 403 | 403 | 200 | 403/404 | 403 | 200
            scoring    GET    /v1/members/{member}/score/reads                | -        | 403 | 403 | 200 | 403/404 | 403 | 200
            scoring    GET    /v1/scorecards                                  | -        | 200 | 200 | 200 | 200 | 200 | 200
            scoring    GET    /v1/scorecards/community/versions/1             | -        | 200 | 200 | 200 | 200 | 200 | 200
            scoring    POST   /v1/re-evaluations                              | -        | 403 | 403 | 403 | 403 | 403 | 200
            privileges GET    /v1/perks/bandwidth                             | -        | 200 | 200 | 200 | 200 | 200 | 200
            privileges GET    /v1/perks                                       | -        | 200 | 200 | 200 | 200 | 200 | 200
            privileges GET    /v1/members/{member}/privileges                 | -        | 200 | 404 | 200 | 403/404 | 403 | 200
            privileges POST   /v1/checks                                      | check    | 200 | 200 | 403 | 403 | 403 | 403
            privileges GET    /v1/checks/{check}                              | -        | 200 | 404 | 403 | 403 | 403 | 200
            privileges GET    /v1/checks/{check}/replay                       | -        | 200 | 404 | 403 | 403 | 403 | 200
            privileges GET    /v1/checks/{check}/notice                       | -        | 409 | 404 | 403 | 403 | 403 | 409
            privileges GET    /v1/members/{member}/access                     | -        | 403 | 403 | 200 | 403/404 | 403 | 200
            privileges POST   /v1/members/{member}/receipts                   | receipt  | 403 | 403 | 201 | 403/404 | 403 | 403
            privileges GET    /v1/members/{member}/receipts                   | -        | 403 | 403 | 200 | 403/404 | 403 | 403
            privileges DELETE /v1/members/{member}/receipts/{receipt}         | -        | 403 | 403 | 404 | 403/404 | 403 | 403
            privileges GET    /v1/receipts/status/{list}                      | -        | 200/404 | 200/404 | 200/404 | 200/404 | 200/404 | 200/404
            privileges POST   /v1/webhooks                                    | webhook  | 201 | 201 | 403 | 403 | 403 | 403
            privileges GET    /v1/webhooks                                    | -        | 200 | 200 | 403 | 403 | 403 | 403
            privileges GET    /v1/webhooks/{webhook}                          | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges PATCH  /v1/webhooks/{webhook}                          | nothing  | 404 | 404 | 403 | 403 | 403 | 403
            privileges DELETE /v1/webhooks/{webhook}                          | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges POST   /v1/webhooks/{webhook}/secret                   | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges POST   /v1/webhooks/{webhook}/challenge                | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges POST   /v1/webhooks/{webhook}/test                     | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges GET    /v1/webhooks/{webhook}/deliveries               | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges POST   /v1/webhooks/{webhook}/replay                   | since    | 404 | 404 | 403 | 403 | 403 | 403
            privileges POST   /v1/webhooks/{webhook}/events/{webhook}/replay  | -        | 404 | 404 | 403 | 403 | 403 | 403
            privileges GET    /v1/events                                      | -        | 200 | 200 | 403 | 403 | 403 | 403
            privileges POST   /v1/radius/authorize                            | radius   | 200 | 200 | 403 | 403 | 403 | 403
            privileges POST   /v1/radius/accounting                           | session  | 204 | 204 | 403 | 403 | 403 | 403
            """;

    private static final List<Route> ROUTES =
            TABLE.lines().skip(1).map(Route::of).toList();

    private static final String RECORD =
            "{\"id\":\"{record}-new\",\"member\":\"{member}\",\"kind\":\"identity.verified\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("consent", "{\"granted\":true,\"evidence\":\"form 12\"}"),
            Map.entry("tie", "{\"with\":\"{otherMember}\",\"weight\":0.5}"),
            Map.entry("record", RECORD),
            Map.entry("batch", "[" + RECORD + "]"),
            Map.entry("stream", RECORD + "\n"),
            Map.entry(
                    "members",
                    "{\"member\":\"{member}\",\"evidence\":\"form 12\",\"recordConsents\":[\"{partner}\"],\"social\":true}\n"),
            Map.entry("ties", "{\"a\":\"{member}\",\"b\":\"{friend}\",\"weight\":1.0,\"evidence\":\"form 12\"}\n"),
            Map.entry("dispute", "{\"partner\":\"{partner}\",\"record\":\"nobodys\",\"reason\":\"not-mine\"}"),
            Map.entry("decision", "{\"outcome\":\"upheld\"}"),
            Map.entry("check", "{\"member\":\"{member}\",\"perk\":\"bandwidth\",\"context\":{}}"),
            Map.entry("webhook", "{\"url\":\"https://hooks.acme.com/\",\"types\":[\"score.changed\"]}"),
            Map.entry("receipt", "{\"audience\":\"https://landlord.example\",\"disclose\":[\"band\"]}"),
            Map.entry("since", "{\"since\":\"2026-01-01T00:00:00Z\"}"),
            Map.entry("nothing", "{}"),
            Map.entry("radius", "{\"member\":\"{member}\"}"),
            Map.entry(
                    "session",
                    "{\"status\":\"Start\",\"server\":\"10.20.0.1\",\"session\":\"s-1\",\"member\":\"{member}\"}"));

    private final Standing standing = new Standing(Suites.shared());

    @TestFactory
    Stream<DynamicNode> every_caller_gets_at_every_route_what_the_table_says() {
        // Nobody in the table changes what later callers may see, but the tie that goes and the one that is confirmed.
        Cast cast = Cast.in(standing);
        return ROUTES.stream()
                .map(route -> dynamicContainer(
                        route.name(),
                        Arrays.stream(Caller.values())
                                .sorted(Comparator.comparing(Caller.KNOWN::contains))
                                .map(caller -> dynamicTest(
                                        caller.name().toLowerCase(Locale.ROOT), () -> call(route, caller, cast)))));
    }

    private void call(Route route, Caller caller, Cast cast) {
        String body = BODIES.get(route.body());
        Answer answer = caller.at(standing, cast)
                .call(
                        route.service(),
                        route.method(),
                        cast.fill(route.path()),
                        body == null ? null : cast.fill(body),
                        route.mediaType());
        assertThat(answer.status())
                .as("%s as %s: %s", route.name(), caller, answer.body())
                .isIn(route.answersTo(caller));
        if (answer.status() >= 400) {
            assertThat(answer.type()).as("media type of %s", answer.body()).startsWith(problemsAt(route));
            assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        }
    }

    /** An access server reads plain JSON alone. */
    private static String problemsAt(Route route) {
        return route.path().startsWith("/v1/radius/") ? "application/json" : "application/problem+json";
    }

    @Test
    void the_table_has_every_operation_that_the_three_openapi_documents_name() {
        Set<String> documented = new TreeSet<>();
        for (Service service : Service.values()) {
            JsonNode document = new Client(standing.suite(), null)
                    .get(service, "/q/openapi?format=json")
                    .expect(200)
                    .json();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (!method.equals("parameters") && path.getKey().startsWith("/v1/")) {
                            documented.add(service.key() + " " + method.toUpperCase(Locale.ROOT) + " "
                                    + path.getKey().replaceAll("\\{[^}]*}", "{}"));
                        }
                    }));
        }
        Set<String> tested = ROUTES.stream().map(Route::shape).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).isEqualTo(documented);
    }

    @Test
    void health_metrics_and_documents_need_no_token() {
        for (Service service : Service.values()) {
            for (String path :
                    List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi")) {
                new Client(standing.suite(), null).get(service, path).expect(200);
            }
        }
        new Client(standing.suite(), null)
                .get(Service.PRIVILEGES, "/.well-known/jwks.json")
                .expect(200);
    }

    @Test
    void an_unknown_path_tells_nobody_more_than_that() {
        for (Service service : Service.values()) {
            Answer answer = new Client(standing.suite(), null).get(service, "/v1/nothing/here");
            assertThat(answer.status()).isIn(401, 404);
        }
    }
}
