package dev.standing.acceptance.access;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static dev.standing.stack.Service.SCORING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the issuer signed, and that say something odd. */
@ResourceLock(Suites.SHARED)
class ClaimsIT {
    private static final String CHECK = "{\"member\":\"m\",\"perk\":\"bandwidth\"}";

    private final Standing standing = new Standing(Suites.shared());
    private final String mark = Long.toString(System.nanoTime(), 36);

    @Test
    void a_partner_that_is_no_id_is_refused_by_the_name_of_the_claim() {
        for (Object odd : List.of(List.of("acme"), Map.of("id", "acme"), 7, true, "", " ", "a\u0000b", "a b", "é")) {
            refused(callsOf(Who.partner("acme"), Map.of("partner", odd)), "partner");
        }
        Map<String, Object> none = new HashMap<>();
        none.put("partner", null);
        refused(callsOf(Who.partner("acme"), none), "partner");
    }

    @Test
    void a_member_that_is_no_id_is_refused_by_the_name_of_the_claim() {
        for (String odd : List.of("ada@example.com", "a b", "x".repeat(129))) {
            Client client = client(Who.member("ada"), Map.of("sub", odd));
            refused(
                    List.of(
                            client.get(SCORING, "/v1/members/ada/score"),
                            client.get(PRIVILEGES, "/v1/members/ada/privileges"),
                            client.get(INGEST, "/v1/members/ada/consents")),
                    "sub");
        }
    }

    @Test
    void groups_that_are_no_names_are_refused_by_the_name_of_the_claim_and_a_text_is_names_between_blanks() {
        for (Object odd :
                List.of(7, true, Map.of("partner", true), List.of("partner", 7), List.of(List.of("partner")))) {
            refused(callsOf(Who.partner("acme"), Map.of("groups", odd)), "groups");
        }
        Map<Service, String> open = Map.of(SCORING, "/v1/scorecards", PRIVILEGES, "/v1/perks");
        for (Object names : List.of("analyst", "other analyst", List.of("other", "analyst"))) {
            Client client = client(Who.partner("acme"), Map.of("groups", names));
            open.forEach((service, path) -> client.get(service, path).expect(200));
            client.get(INGEST, "/v1/records/r").expect(403);
        }
    }

    @Test
    void what_a_token_is_about_is_refused_by_the_name_of_the_claim_where_it_cannot_be_read() {
        for (Object odd : List.of(4711, true, Map.of("id", "4711"), List.of("4711"))) {
            for (String claim : List.of("upn", "preferred_username", "sub", "iss", "jti")) {
                refused(401, callsOf(Who.partner("acme"), Map.of(claim, odd)), claim);
            }
        }
        for (String claim : List.of("exp", "iat", "nbf")) {
            refused(401, callsOf(Who.partner("acme"), Map.of(claim, "4711")), claim);
        }
        refused(401, callsOf(Who.partner("acme"), Map.of("aud", List.of("standing-ingest", 4711))), "aud");
        refused(403, callsOf(Who.partner("acme"), Map.of("roleMappings", Map.of("partner", 4711))), "roleMappings");
    }

    @Test
    void a_token_that_names_nobody_is_told_that_its_subject_is_missing() {
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("sub", null);
        refused(401, callsOf(Who.partner("acme"), nobody), "sub");
        nobody.put("upn", "acme@example.com");
        client(Who.partner("acme"), nobody).get(INGEST, "/v1/records/r-" + mark).expect(404);
    }

    @Test
    void claims_that_cannot_be_read_are_no_fault_of_ours() {
        for (String odd : List.of("[".repeat(1_200) + "]".repeat(1_200), "1e400", "9".repeat(400))) {
            callsOf(Who.partner("acme"), Map.of("shoe_size", new RawValue(odd)))
                    .forEach(answer ->
                            assertThat(answer.status()).as(answer.body()).isEqualTo(401));
        }
    }

    @Test
    void whenever_it_says_that_it_was_issued_a_token_is_good_for_a_day_at_most() {
        long inAQuarter = Instant.now().plus(Duration.ofDays(90)).getEpochSecond();
        List<Map<String, Long>> odd = List.of(
                Map.of("iat", inAQuarter - 3600, "exp", inAQuarter),
                Map.of("iat", 5_000_000_000L, "exp", 5_000_003_600L),
                Map.of("iat", Long.MIN_VALUE, "exp", Long.MAX_VALUE),
                Map.of("iat", -(1L << 62), "exp", 1L << 62));
        for (Map<String, Long> times : odd) {
            callsOf(Who.partner("acme"), times)
                    .forEach(answer ->
                            assertThat(answer.status()).as("%s", times).isEqualTo(401));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_service_takes_tokens_for_itself_alone(Service service) {
        Client client = client(Who.operator(), Map.of("aud", "standing-" + service.key()));
        Map<Service, String> paths = Map.of(
                INGEST, "/v1/members/nobody-" + mark + "/consents",
                SCORING, "/v1/scorecards",
                PRIVILEGES, "/v1/perks");
        paths.forEach((called, path) -> {
            int status = client.get(called, path).status();
            assertThat(status)
                    .as("%s with a token for %s", called, service)
                    .matches(one -> (one == 401) == (called != service));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|64f0c0ffee", "-Qx3_9", "_Qx3-9", "google-oauth2|1:2~3.4"})
    void subjects_as_identity_providers_issue_them_are_members(String subject) {
        String member = subject + mark;
        String path = "/v1/members/" + URLEncoder.encode(member, StandardCharsets.UTF_8);
        standing.as(Who.operator()).put(INGEST, path, null).expect(201);
        Client inPerson = standing.as(Who.member(member));
        inPerson.put(INGEST, path + "/consents/records/claims-shop", "{\"granted\":true}")
                .expect(200);
        inPerson.get(INGEST, path + "/consents").expect(200);
        assertThat(inPerson.get(SCORING, path + "/score").status()).isIn(200, 404);
        standing.as(Who.partner("claims-shop"))
                .post(PRIVILEGES, "/v1/checks", CHECK.replace("\"m\"", "\"" + member + "\""))
                .expect(200);
    }

    private Client client(Who who, Map<String, ?> claims) {
        return new Client(standing.suite(), standing.tokens().with(who, claims));
    }

    private List<Answer> callsOf(Who who, Map<String, ?> claims) {
        Client client = client(who, claims);
        return List.of(
                client.post(INGEST, "/v1/records", "{}"),
                client.get(INGEST, "/v1/records/r"),
                client.put(INGEST, "/v1/members/m", null),
                client.get(SCORING, "/v1/members/m/score"),
                client.get(PRIVILEGES, "/v1/members/m/privileges"),
                client.post(PRIVILEGES, "/v1/checks", CHECK));
    }

    private static void refused(List<Answer> answers, String claim) {
        refused(403, answers, claim);
    }

    private static void refused(int status, List<Answer> answers, String claim) {
        for (Answer answer : answers) {
            assertThat(answer.status()).as("%s: %s", claim, answer.body()).isEqualTo(status);
            assertThat(answer.isProblem()).as(answer.body()).isTrue();
            assertThat(answer.json().path("detail").asText())
                    .contains("claim " + claim)
                    .doesNotContain("4711");
        }
    }
}
