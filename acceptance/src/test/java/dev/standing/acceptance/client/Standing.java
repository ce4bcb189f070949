package dev.standing.acceptance.client;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static dev.standing.stack.Service.SCORING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import dev.standing.stack.http.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The suite as members, partners and operators use it: each method is a sentence of theirs. */
public final class Standing {
    public static final Duration SOON = Duration.ofMinutes(2);
    private static final int BATCH = 1_000;

    private final Suite suite;
    private final Tokens tokens;
    private final Map<Who, Client> clients = new ConcurrentHashMap<>();

    public Standing(Suite suite) {
        this.suite = suite;
        this.tokens = Tokens.of(suite.keys());
    }

    public Suite suite() {
        return suite;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Client as(Who who) {
        return clients.computeIfAbsent(who, one -> new Client(suite, tokens.of(one)));
    }

    /** Asks again while the service cannot: one that was started again is ready before it has a connection to PostgreSQL. */
    public Answer getOnceThere(Who who, Service service, String path) {
        return Await.until(path, SOON, () -> as(who).get(service, path), answer -> answer.status() != 503);
    }

    /** Makes members known who let these partners send records of them. */
    public void join(List<String> members, String... partners) {
        for (String member : members) {
            as(Who.operator()).put(INGEST, "/v1/members/" + member, null).expect(200, 201);
            for (String partner : partners) {
                consent(member, partner, true);
            }
        }
    }

    public void join(String member, String... partners) {
        join(List.of(member), partners);
    }

    /** Makes many members known at once, as a community does that existed before, who let this partner send records of them. */
    public void importMembers(List<String> members, String partner) {
        String lines = members.stream()
                .map(member ->
                        Json.text(Map.of("member", member, "recordConsents", List.of(partner), "evidence", "pairing")))
                .collect(Collectors.joining("\n"));
        List<JsonNode> outcomes = as(Who.operator())
                .postLines(INGEST, "/v1/imports/members", lines)
                .expect(200)
                .lines();
        if (outcomes.size() != members.size() || outcomes.stream().anyMatch(outcome -> outcome.has("problem"))) {
            throw new AssertionError("not imported: " + outcomes);
        }
    }

    public void consent(String member, String partner, boolean granted) {
        as(Who.member(member))
                .put(INGEST, "/v1/members/" + member + "/consents/records/" + partner, Map.of("granted", granted))
                .expect(200);
    }

    public void social(String member, boolean granted) {
        as(Who.member(member))
                .put(INGEST, "/v1/members/" + member + "/consents/social", Map.of("granted", granted))
                .expect(200);
    }

    public void befriend(String one, String other, double weight) {
        as(Who.member(one))
                .post(INGEST, "/v1/members/" + one + "/ties", Map.of("with", other, "weight", weight))
                .expect(202);
        as(Who.member(other))
                .post(INGEST, "/v1/members/" + other + "/ties/" + one + "/confirmation", null)
                .expect(200);
    }

    public void sever(String one, String other) {
        as(Who.member(one))
                .delete(INGEST, "/v1/members/" + one + "/ties/" + other)
                .expect(200);
    }

    public void send(String partner, Behaviour record) {
        as(Who.partner(partner)).post(INGEST, "/v1/records", record).expect(202);
    }

    /** Sends records in batches and insists that each is accepted. */
    public void sendAll(String partner, List<Behaviour> records) {
        for (int from = 0; from < records.size(); from += BATCH) {
            List<Behaviour> batch = records.subList(from, Math.min(from + BATCH, records.size()));
            JsonNode outcomes = as(Who.partner(partner))
                    .post(INGEST, "/v1/records/batch", batch)
                    .expect(200)
                    .json();
            for (JsonNode outcome : outcomes) {
                if (!outcome.path("state").asText().equals("accepted")) {
                    throw new AssertionError("not accepted: " + outcome);
                }
            }
        }
    }

    /** How far a record has come; asked again where the service says 503, which a partner is promised to be able to do. */
    public String stateOf(String partner, String record) {
        Answer answer = getOnceThere(Who.partner(partner), INGEST, "/v1/records/" + record);
        return answer.status() == 404
                ? "unknown"
                : answer.expect(200).json().path("state").asText();
    }

    public void awaitScored(String partner, String... records) {
        Arrays.stream(records)
                .forEach(record ->
                        Await.until(record + " is scored", SOON, () -> stateOf(partner, record), "scored"::equals));
    }

    public JsonNode score(String member) {
        return as(Who.member(member))
                .get(SCORING, "/v1/members/" + member + "/score")
                .expect(200)
                .json();
    }

    public Explanation explain(String member) {
        return new Explanation(getOnceThere(Who.member(member), SCORING, explanationOf(member))
                .expect(200)
                .json());
    }

    /** The explanation once it is as wanted. A member whom scoring does not know yet is waited for. */
    public Explanation explainOnce(String member, String what, Predicate<Explanation> wanted) {
        Client client = as(Who.member(member));
        Answer answer = Await.until(
                member + ": " + what,
                SOON,
                () -> client.get(SCORING, explanationOf(member)),
                seen -> seen.status() == 200 && wanted.test(new Explanation(seen.json())));
        return new Explanation(answer.json());
    }

    private static String explanationOf(String member) {
        return "/v1/members/" + member + "/score/explanation";
    }

    public JsonNode privileges(String member) {
        return as(Who.member(member))
                .get(PRIVILEGES, "/v1/members/" + member + "/privileges")
                .expect(200)
                .json();
    }

    public JsonNode check(String partner, String member, String perk, Map<String, Object> context) {
        return as(Who.partner(partner))
                .post(PRIVILEGES, "/v1/checks", Map.of("member", member, "perk", perk, "context", context))
                .expect(200)
                .json();
    }

    public JsonNode scorecard() {
        return as(Who.analyst())
                .get(SCORING, "/v1/scorecards/community/versions/1")
                .expect(200)
                .json();
    }
}
