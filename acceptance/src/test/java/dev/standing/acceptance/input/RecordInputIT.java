package dev.standing.acceptance.input;

import static dev.standing.stack.Service.INGEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import dev.standing.stack.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Records that are wrong in every way that a field can be wrong in. */
@ResourceLock(Suites.SHARED)
class RecordInputIT {
    private final Standing standing = new Standing(Suites.shared());
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "input-" + mark;
    private final String shop = "input-shop-" + mark;
    private final Client partner = standing.as(Who.partner(shop));

    @BeforeEach
    void join() {
        standing.join(member, shop);
    }

    private Behaviour good(String id) {
        return Behaviour.purchase(id + "-" + mark, member, 1, 100, "5735");
    }

    /** Field and JSON to put in its place; nothing stands for leaving it out. */
    private static final List<String> WRONG = List.of(
            "id =",
            "id = null",
            "id = 1",
            "id = true",
            "id = {}",
            "id = []",
            "id = \"\"",
            "id = \" \"",
            "id = \"a b\"",
            "id = \"a/b\"",
            "id = \"../etc\"",
            "id = \"a\\u0000b\"",
            "id = \"a\\nb\"",
            "id = \"é\"",
            "id = \"'; drop table ledger; --\"",
            "id = \"%LONG%\"",
            "member =",
            "member = null",
            "member = 7",
            "member = \"\"",
            "member = \"m 1\"",
            "member = \"m@1\"",
            "member = \"\\ud83d\\ude00\"",
            "member = \"%LONG%\"",
            "kind =",
            "kind = null",
            "kind = 1",
            "kind = \"\"",
            "kind = \"PURCHASE\"",
            "kind = \"voted\"",
            "kind = \"%LONG%\"",
            "occurredAt =",
            "occurredAt = null",
            "occurredAt = 1700000000",
            "occurredAt = \"\"",
            "occurredAt = \"yesterday\"",
            "occurredAt = \"2026-11-01\"",
            "occurredAt = \"2026-11-01T10:00:00\"",
            "occurredAt = \"2026-11-01T10:00:00+01:00\"",
            "occurredAt = \"2026-13-01T10:00:00Z\"",
            "occurredAt = \"2026-02-30T10:00:00Z\"",
            "occurredAt = \"2026-11-01T25:00:00Z\"",
            "occurredAt = \"1989-12-31T23:59:59Z\"",
            "occurredAt = \"-999999999-01-01T00:00:00Z\"",
            "occurredAt = \"+999999999-01-01T00:00:00Z\"",
            "occurredAt = \"%FUTURE%\"",
            "amountMinor =",
            "amountMinor = null",
            "amountMinor = \"100\"",
            "amountMinor = 1.5",
            "amountMinor = 1e2",
            "amountMinor = -1",
            "amountMinor = 9223372036854775807",
            "amountMinor = 9223372036854775808",
            "amountMinor = 99999999999999999999999999999999999999",
            "amountMinor = true",
            "amountMinor = []",
            "currency =",
            "currency = null",
            "currency = 840",
            "currency = \"\"",
            "currency = \"usd\"",
            "currency = \"ZZZ\"",
            "currency = \"DOLLARS\"",
            "count = \"1\"",
            "count = 0",
            "count = -1",
            "count = 1.5",
            "count = 9223372036854775808",
            "merchantCategory =",
            "merchantCategory = null",
            "merchantCategory = 5735",
            "merchantCategory = \"\"",
            "merchantCategory = \"573\"",
            "merchantCategory = \"57350\"",
            "merchantCategory = \"abcd\"",
            "merchantCategory = \"５７３５\"");

    @Test
    void every_field_that_is_missing_or_wrong_is_answered_422_and_named() {
        for (String wrong : WRONG) {
            String field = wrong.substring(0, wrong.indexOf(' '));
            String value = wrong.substring(wrong.indexOf('=') + 1)
                    .strip()
                    .replace("%LONG%", "x".repeat(10_000))
                    .replace(
                            "%FUTURE%",
                            Instant.now().plus(Duration.ofMinutes(6)).toString());
            Answer answer = partner.post(INGEST, "/v1/records", with(good("bad"), field, value));
            assertThat(answer.status()).as("%s: %s", wrong, answer.body()).isEqualTo(422);
            Problems.assertNames(answer, field);
        }
        assertThat(standing.stateOf(shop, "bad-" + mark)).isEqualTo("unknown");
    }

    @Test
    void fields_unknown_or_of_another_kind_are_refused() {
        Problems.assertNames(
                partner.post(INGEST, "/v1/records", with(good("more"), "note", "\"hi\""))
                        .expect(422),
                "note");
        Problems.assertNames(
                partner.post(INGEST, "/v1/records", with(good("more"), "religion", "{\"a\":[1]}"))
                        .expect(422),
                "religion");
        Behaviour verified = Behaviour.plain("more-" + mark, member, "identity.verified", 1);
        Problems.assertNames(
                partner.post(INGEST, "/v1/records", verified.of(100)).expect(422), "amountMinor");
        Problems.assertNames(
                partner.post(INGEST, "/v1/records", verified.in("5735")).expect(422), "merchantCategory");
        assertThat(standing.stateOf(shop, "more-" + mark)).isEqualTo("unknown");
    }

    @Test
    void what_lies_on_the_edge_of_the_ranges_is_accepted() {
        String soon = Instant.now().plus(Duration.ofMinutes(4)).toString();
        partner.post(INGEST, "/v1/records", with(good("edge0"), "occurredAt", "\"" + soon + "\""))
                .expect(202);
        partner.post(INGEST, "/v1/records", with(good("edge1"), "occurredAt", "\"1990-01-01T00:00:00Z\""))
                .expect(202);
        partner.post(INGEST, "/v1/records", with(good("edge2"), "amountMinor", "0"))
                .expect(202);
        partner.post(
                        INGEST,
                        "/v1/records",
                        with(good("edge3"), "id", "\"" + "x".repeat(128 - mark.length()) + mark + "\""))
                .expect(202);
        partner.post(INGEST, "/v1/records", with(good("edge4"), "count", "1")).expect(202);
    }

    @Test
    void bodies_that_are_not_one_json_object_are_refused() {
        String json = Json.text(good("body"));
        for (String body : List.of(
                "",
                " ",
                "null",
                "1",
                "\"x\"",
                "[]",
                "[" + json + "]",
                json.substring(0, json.length() - 1),
                json.substring(0, json.length() / 2),
                json + "x",
                json + json,
                "{'id':1}",
                json.replaceFirst("\\{", "{\"id\":\"twice\","),
                "{\"id\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "\ufeff" + json.replace("\"id\"", "id"))) {
            Answer answer = partner.post(INGEST, "/v1/records", body);
            assertThat(answer.status()).as("%.80s: %s", body, answer.body()).isIn(400, 422);
            Problems.assertProper(answer);
        }
        byte[] broken = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        broken[json.indexOf("body") + 1] = (byte) 0xC3;
        Problems.assertProper(partner.post(INGEST, "/v1/records", broken).expect(400, 422));
        byte[] utf16 = json.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        Problems.assertProper(partner.post(INGEST, "/v1/records", utf16).expect(400, 415, 422));
        Problems.assertProper(
                partner.call(INGEST, "POST", "/v1/records", json, "text/plain").expect(415));
        assertThat(standing.stateOf(shop, "body-" + mark)).isEqualTo("unknown");
    }

    @Test
    void bodies_that_are_too_big_are_refused() {
        String big = "{\"id\":\"" + "x".repeat(12_000_000) + "\"}";
        Answer answer = partner.post(INGEST, "/v1/records", big);
        assertThat(answer.status()).isIn(400, 413, 422);
        List<Object> tooMany = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            tooMany.add(good("many" + i));
        }
        Problems.assertProper(partner.post(INGEST, "/v1/records/batch", tooMany).expect(413, 422));
        assertThat(standing.stateOf(shop, "many0-" + mark)).isEqualTo("unknown");
        partner.post(INGEST, "/v1/records/batch", tooMany.subList(0, 1_000)).expect(200);
    }

    @Test
    void in_a_batch_the_good_go_in_and_each_bad_one_is_answered_in_its_place() {
        List<Object> batch = List.of(
                good("b0"),
                with(good("b1"), "kind", "\"voted\""),
                good("b2"),
                1,
                good("b4").by("nobody-" + mark),
                good("b0"),
                good("b0").of(101),
                good("b7"));
        JsonNode outcomes =
                partner.post(INGEST, "/v1/records/batch", batch).expect(200).json();
        assertThat(outcomes).hasSize(8);
        assertThat(states(outcomes))
                .containsExactly(
                        "accepted", "refused", "accepted", "refused", "refused", "duplicate", "conflict", "accepted");
        assertThat(outcomes.path(1).path("problem").path("status").asInt()).isEqualTo(422);
        assertThat(outcomes.path(4).path("problem").path("status").asInt()).isEqualTo(403);
        standing.awaitScored(shop, "b0-" + mark, "b2-" + mark, "b7-" + mark);
    }

    @Test
    void in_a_stream_the_good_go_in_and_each_bad_line_is_answered_with_its_number() {
        String lines = Json.text(good("s1")) + "\n"
                + "{\"id\":\"cut off\n"
                + "\n"
                + Json.text(good("s4")) + "\r\n"
                + "{\"id\":\"" + "x".repeat(100_000) + "\"}\n"
                + "[]\n"
                + Json.text(good("s7").in("8062")) + "\n"
                + Json.text(good("s8"));
        List<JsonNode> outcomes = partner.postLines(INGEST, "/v1/records/stream", lines)
                .expect(200)
                .lines();
        assertThat(outcomes.stream()
                        .map(o -> o.path("line").asInt() + " " + o.path("state").asText()))
                .containsExactly(
                        "1 accepted", "2 refused", "4 accepted", "5 refused", "6 refused", "7 refused", "8 accepted");
        standing.awaitScored(shop, "s1-" + mark, "s4-" + mark, "s8-" + mark);
        assertThat(standing.stateOf(shop, "s7-" + mark)).isEqualTo("unknown");
    }

    @Test
    void a_stream_that_breaks_off_keeps_what_was_acknowledged() {
        String half = Json.text(good("h1")) + "\n" + Json.text(good("h2")).substring(0, 30);
        List<JsonNode> outcomes = partner.postLines(INGEST, "/v1/records/stream", half)
                .expect(200)
                .lines();
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.getLast().path("state").asText()).isEqualTo("refused");
        standing.awaitScored(shop, "h1-" + mark);
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_and_with_the_same_a_duplicate() {
        partner.post(INGEST, "/v1/records", good("same")).expect(202);
        Answer again = partner.post(INGEST, "/v1/records", good("same"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("state").asText()).isEqualTo("duplicate");
        Problems.assertProper(
                partner.post(INGEST, "/v1/records", good("same").of(101)).expect(409));
        // Another partner's ids are its own.
        String other = "input-other-" + mark;
        standing.consent(member, other, true);
        standing.as(Who.partner(other))
                .post(INGEST, "/v1/records", good("same"))
                .expect(202);
    }

    private static ObjectNode with(Behaviour record, String field, String value) {
        ObjectNode json = (ObjectNode) Json.read(Json.bytes(record));
        json.remove(field);
        if (!value.isEmpty()) {
            json.set(field, Json.exactly(value));
        }
        return json;
    }

    private static List<String> states(JsonNode outcomes) {
        List<String> states = new ArrayList<>();
        outcomes.forEach(outcome -> states.add(outcome.path("state").asText()));
        return states;
    }
}
