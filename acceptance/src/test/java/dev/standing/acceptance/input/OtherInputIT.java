package dev.standing.acceptance.input;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static dev.standing.stack.Service.SCORING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input at every door but that of records. */
@ResourceLock(Suites.SHARED)
class OtherInputIT {
    private static final String LONG = "x".repeat(129);

    private final Standing standing = new Standing(Suites.shared());
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "other-" + mark;
    private final String friend = "other-friend-" + mark;
    private final String shop = "other-shop-" + mark;
    private final Client operator = standing.as(Who.operator());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%20",
                "a%20b",
                "%7Ca",
                "a%2Fb",
                "%00",
                "%C3%A9",
                "a%0Ab",
                "a%40b",
                "%F0%9F%98%80",
                "a'b",
                "a%3Bb"
            })
    void a_member_with_odd_characters_in_the_id_is_refused(String id) {
        Answer answer = operator.put(INGEST, "/v1/members/" + id, null);
        assertThat(answer.status()).as(answer.body()).isIn(400, 404, 422);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void a_member_id_may_have_128_characters_and_no_more() {
        operator.put(INGEST, "/v1/members/" + "y".repeat(128 - mark.length()) + mark, null)
                .expect(201);
        Problems.assertProper(operator.put(INGEST, "/v1/members/" + LONG, null).expect(422));
        Problems.assertProper(
                operator.put(INGEST, "/v1/members/" + LONG.repeat(25), null).expect(414, 422));
    }

    @Test
    void consents_that_are_wrong_are_refused() {
        standing.join(member);
        for (String purpose : List.of("records/" + shop, "social")) {
            String path = "/v1/members/" + member + "/consents/" + purpose;
            Client inPerson = standing.as(Who.member(member));
            refuse(inPerson.put(INGEST, path, "{}"), "granted");
            refuse(inPerson.put(INGEST, path, "{\"granted\":null}"), "granted");
            refuse(inPerson.put(INGEST, path, "{\"granted\":\"true\"}"), "granted");
            refuse(inPerson.put(INGEST, path, "{\"granted\":1}"), "granted");
            refuse(inPerson.put(INGEST, path, "{\"granted\":true,\"until\":1}"), "until");
            refuse(inPerson.put(INGEST, path, "{\"granted\":true,\"evidence\":5}"), "evidence");
            refuse(inPerson.put(INGEST, path, "{\"granted\":true,\"evidence\":\"\"}"), "evidence");
            refuse(inPerson.put(INGEST, path, "{\"granted\":true,\"evidence\":\"a\\u0000b\"}"), "evidence");
            refuse(
                    inPerson.put(INGEST, path, "{\"granted\":true,\"evidence\":\"" + "e".repeat(201) + "\"}"),
                    "evidence");
            refuse(operator.put(INGEST, path, "{\"granted\":true}"), "evidence");
            Problems.assertProper(inPerson.put(INGEST, path, "").expect(400, 422));
            Problems.assertProper(inPerson.put(INGEST, path, "{\"granted\":tr").expect(400));
            Problems.assertProper(inPerson.put(INGEST, path, "[true]").expect(422));
        }
        String odd = "/v1/members/" + member + "/consents/records/" + LONG;
        Problems.assertProper(standing.as(Who.member(member))
                .put(INGEST, odd, "{\"granted\":true}")
                .expect(422));
        Problems.assertProper(operator.put(
                        INGEST,
                        "/v1/members/nobody-" + mark + "/consents/social",
                        "{\"granted\":true,\"evidence\":\"f\"}")
                .expect(404));
    }

    @Test
    void ties_that_are_wrong_are_refused() {
        standing.join(List.of(member, friend));
        String path = "/v1/members/" + member + "/ties";
        Client inPerson = standing.as(Who.member(member));
        String with = "\"with\":\"" + friend + "\"";
        refuse(inPerson.post(INGEST, path, "{}"), "with");
        refuse(inPerson.post(INGEST, path, "{\"with\":1,\"weight\":1}"), "with");
        refuse(inPerson.post(INGEST, path, "{\"with\":\"a b\",\"weight\":1}"), "with");
        refuse(inPerson.post(INGEST, path, "{\"with\":\"" + member + "\",\"weight\":1}"), "with");
        for (String weight : List.of("0", "-0.5", "1.01", "1e9", "\"1\"", "true", "[]", "1e400")) {
            Answer answer = inPerson.post(INGEST, path, "{" + with + ",\"weight\":" + weight + "}");
            refuse(answer, "weight");
        }
        Problems.assertProper(
                inPerson.post(INGEST, path, "{" + with + ",\"weight\":NaN}").expect(400, 422));
        refuse(inPerson.post(INGEST, path, "{" + with + ",\"weight\":1,\"since\":1}"), "since");
        Problems.assertProper(inPerson.post(INGEST, path + "/nobody-" + mark + "/confirmation", null)
                .expect(404));
        // Nor is it told that nobody of that name has joined.
        inPerson.post(INGEST, path, "{\"with\":\"nobody-" + mark + "\",\"weight\":1}")
                .expect(202);
        Problems.assertProper(inPerson.delete(INGEST, path + "/" + friend).expect(404));
        // Nobody confirms their own wish.
        inPerson.post(INGEST, path, "{" + with + ",\"weight\":1}").expect(202);
        Problems.assertProper(inPerson.post(INGEST, path + "/" + friend + "/confirmation", null)
                .expect(403, 404, 409));
    }

    @Test
    void imports_answer_each_bad_line_with_its_number_and_take_the_others() {
        String lines = "{\"member\":\"" + member + "\",\"recordConsents\":[\"" + shop
                + "\"],\"social\":true,\"evidence\":\"form\"}\n"
                + "{\"member\":\"" + friend + "\"}\n"
                + "nonsense\n"
                + "{\"member\":\"a b\",\"evidence\":\"form\"}\n"
                + "{\"member\":\"" + friend + "\",\"evidence\":\"form\",\"name\":\"Ann\"}\n"
                + "{\"member\":\"" + friend + "\",\"social\":true,\"evidence\":\"form\"}\n";
        List<JsonNode> outcomes = operator.postLines(INGEST, "/v1/imports/members", lines)
                .expect(200)
                .lines();
        assertThat(outcomes.stream().map(one -> one.path("line").asInt() + " " + one.has("problem")))
                .containsExactly("1 false", "2 true", "3 true", "4 true", "5 true", "6 false");
        String ties = "{\"a\":\"" + member + "\",\"b\":\"" + friend + "\",\"weight\":2,\"evidence\":\"form\"}\n"
                + "{\"a\":\"" + member + "\",\"b\":\"" + friend + "\",\"weight\":1}\n"
                + "{\"a\":\"" + member + "\",\"b\":\"" + member + "\",\"weight\":1,\"evidence\":\"form\"}\n"
                + "{\"a\":\"" + member + "\",\"b\":\"nobody-" + mark + "\",\"weight\":1,\"evidence\":\"form\"}\n"
                + "{\"a\":\"" + member + "\",\"b\":\"" + friend + "\",\"weight\":1,\"evidence\":\"form\"}";
        List<JsonNode> tied =
                operator.postLines(INGEST, "/v1/imports/ties", ties).expect(200).lines();
        assertThat(tied.stream().map(one -> one.path("line").asInt() + " " + one.has("problem")))
                .containsExactly("1 true", "2 true", "3 true", "4 true", "5 false");
    }

    @Test
    void checks_that_are_wrong_are_refused() {
        Client partner = standing.as(Who.partner(shop));
        String who = "\"member\":\"" + member + "\"";
        refuse(partner.post(PRIVILEGES, "/v1/checks", "{}"), "member");
        refuse(partner.post(PRIVILEGES, "/v1/checks", "{\"perk\":\"bandwidth\",\"context\":{}}"), "member");
        refuse(partner.post(PRIVILEGES, "/v1/checks", "{\"member\":7,\"perk\":\"bandwidth\"}"), "member");
        refuse(partner.post(PRIVILEGES, "/v1/checks", "{" + who + "}"), "perk");
        Problems.assertProper(partner.post(PRIVILEGES, "/v1/checks", "{" + who + ",\"perk\":\"private-jet\"}")
                .expect(404, 422));
        refuse(
                partner.post(PRIVILEGES, "/v1/checks", "{" + who + ",\"perk\":\"bandwidth\",\"context\":[]}"),
                "context");
        refuse(partner.post(PRIVILEGES, "/v1/checks", "{" + who + ",\"perk\":\"bandwidth\",\"why\":1}"), "why");
        String loan = "{" + who + ",\"perk\":\"personal-loan\",\"context\":";
        for (String context : List.of(
                "{\"amountMinor\":-1,\"currency\":\"USD\",\"termMonths\":12}",
                "{\"amountMinor\":\"1\",\"currency\":\"USD\",\"termMonths\":12}",
                "{\"amountMinor\":1.5,\"currency\":\"USD\",\"termMonths\":12}",
                "{\"amountMinor\":100,\"currency\":\"usd\",\"termMonths\":12}",
                "{\"amountMinor\":100,\"currency\":\"USD\",\"termMonths\":0}",
                "{\"amountMinor\":100,\"currency\":\"USD\",\"termMonths\":-5}",
                "{\"amountMinor\":100,\"currency\":\"USD\",\"termMonths\":99999999999}",
                "{\"currency\":\"USD\",\"termMonths\":12}",
                "{\"amountMinor\":100,\"currency\":\"USD\",\"termMonths\":12,\"colour\":\"red\"}",
                "{\"amountMinor\":100,\"termMonths\":12}")) {
            Problems.assertProper(
                    partner.post(PRIVILEGES, "/v1/checks", loan + context + "}").expect(422));
        }
        Problems.assertProper(
                partner.post(PRIVILEGES, "/v1/checks", "{\"member\":").expect(400));
        Problems.assertProper(partner.post(PRIVILEGES, "/v1/checks", "").expect(400, 422));
    }

    /** Whoever sends two documents as one would else be told of the first alone. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", " x", "\n[]", "}"})
    void what_follows_the_end_of_the_json_is_refused_at_every_door(String more) {
        standing.join(List.of(member, friend));
        Client inPerson = standing.as(Who.member(member));
        Client partner = standing.as(Who.partner(shop));
        String path = "/v1/members/" + member;
        String hook = "/v1/webhooks/none";
        String record = "{\"id\":\"r\",\"member\":\"" + member + "\",\"kind\":\"payment.on-time\"}";
        Stream.of(
                        inPerson.put(INGEST, path + "/consents/records/" + shop, "{\"granted\":true}" + more),
                        inPerson.put(INGEST, path + "/consents/social", "{\"granted\":true}" + more),
                        inPerson.post(INGEST, path + "/ties", "{\"with\":\"" + friend + "\",\"weight\":1}" + more),
                        inPerson.post(
                                INGEST,
                                path + "/disputes",
                                "{\"partner\":\"a\",\"record\":\"b\",\"reason\":\"not-mine\"}" + more),
                        operator.post(INGEST, "/v1/disputes/none/decision", "{\"outcome\":\"upheld\"}" + more),
                        partner.post(INGEST, "/v1/records", record + more),
                        partner.post(INGEST, "/v1/records/batch", "[" + record + "]" + more),
                        inPerson.post(
                                PRIVILEGES, path + "/receipts", "{\"audience\":\"a\",\"disclose\":[\"band\"]}" + more),
                        partner.post(
                                PRIVILEGES,
                                "/v1/checks",
                                "{\"member\":\"" + member + "\",\"perk\":\"bandwidth\"}" + more),
                        partner.post(PRIVILEGES, "/v1/webhooks", "{\"url\":\"https://a.example\"}" + more),
                        partner.call(PRIVILEGES, "PATCH", hook, "{\"state\":\"disabled\"}" + more, Client.JSON),
                        partner.post(PRIVILEGES, hook + "/replay", "{\"since\":\"2026-11-20T00:00:00Z\"}" + more))
                .forEach(answer -> Problems.assertProper(answer.expect(400)));
        // What networks read is application/json, whatever it says.
        partner.post(PRIVILEGES, "/v1/radius/authorize", "{\"member\":\"a\"}" + more)
                .expect(400);
        partner.post(PRIVILEGES, "/v1/radius/accounting", "{\"status\":\"Start\"}" + more)
                .expect(400);
        if (more.indexOf('\n') < 0) {
            Stream.of(
                            operator.postLines(
                                    INGEST,
                                    "/v1/imports/members",
                                    "{\"member\":\"" + member + "\",\"evidence\":\"form\"}" + more),
                            operator.postLines(
                                    INGEST,
                                    "/v1/imports/ties",
                                    "{\"a\":\"a\",\"b\":\"b\",\"weight\":1,\"evidence\":\"form\"}" + more),
                            partner.postLines(INGEST, "/v1/records/stream", record + more))
                    .forEach(answer -> assertThat(answer.expect(200).lines())
                            .singleElement()
                            .satisfies(line -> assertThat(
                                            line.path("problem").path("status").asInt())
                                    .as(line.toString())
                                    .isEqualTo(400)));
        }
    }

    @Test
    void questions_that_are_wrong_are_refused() {
        standing.join(member);
        standing.consent(member, shop, true);
        standing.explainOnce(member, "is known", seen -> true);
        Client inPerson = standing.as(Who.member(member));
        String history = "/v1/members/" + member + "/score/history";
        Problems.assertProper(inPerson.get(SCORING, history + "?from=yesterday").expect(400, 404, 422));
        Problems.assertProper(
                inPerson.get(SCORING, history + "?to=2026-13-01T00:00:00Z").expect(400, 404, 422));
        inPerson.get(SCORING, history + "?from=2026-01-01T00:00:00Z&to=2099-01-01T00:00:00Z")
                .expect(200);
        Problems.assertProper(
                inPerson.get(SCORING, "/v1/scorecards/none/versions/1").expect(404));
        Problems.assertProper(
                inPerson.get(SCORING, "/v1/scorecards/community/versions/99").expect(404));
        Problems.assertProper(
                inPerson.get(SCORING, "/v1/scorecards/community/versions/one").expect(400, 404, 422));
        Problems.assertProper(
                operator.get(SCORING, "/v1/members/nobody-" + mark + "/score").expect(404));
        Problems.assertProper(operator.get(SCORING, "/v1/members/a%20b/score").expect(404, 422));
        for (String id : List.of("a%00b", "a%0Ab", "%20", "x".repeat(129))) {
            refuse(operator.get(SCORING, "/v1/members/" + id + "/score"), "member");
            refuse(operator.get(PRIVILEGES, "/v1/members/" + id + "/privileges"), "member");
            refuse(operator.get(INGEST, "/v1/members/" + id + "/consents"), "member");
        }
        Problems.assertProper(operator.get(PRIVILEGES, "/v1/members/nobody-" + mark + "/privileges")
                .expect(404));
        for (Service service : Service.values()) {
            Problems.assertProper(operator.get(service, "/v1/no/such/thing").expect(404));
        }
        Problems.assertProper(operator.put(SCORING, "/v1/scorecards", "{}").expect(405));
    }

    private static void refuse(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        Problems.assertNames(answer, field);
    }
}
