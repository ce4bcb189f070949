package dev.standing.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.local.home.StackFailure;
import dev.standing.local.sample.community.Partners;
import dev.standing.local.token.Identity;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The member of the story, as the live services know them, and the one record more. */
final class OneMember {

    static final String ID = "m-1";

    private static final String RECORD = "s-m-1-story";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMillis(1500);

    private final Api api;

    OneMember(Api api) {
        this.api = api;
    }

    /** The score once it rests: the member's records, consents and ties come by three ways, none of which waits for another. */
    JsonNode settledScore() {
        Instant deadline = Instant.now().plus(PATIENCE);
        Instant restsSince = Instant.now();
        int last = 0;
        while (Instant.now().isBefore(deadline)) {
            Answer now = askForScore();
            int score = now.status() == 200 ? now.json().path("score").asInt() : 0;
            if (score != last) {
                restsSince = Instant.now();
                last = score;
            } else if (score > 0 && Instant.now().isAfter(restsSince.plus(REST))) {
                return now.json();
            }
            Await.pause(Duration.ofMillis(100));
        }
        return score();
    }

    /** The lender of the sample says that a loan was repaid. */
    void sendOneMore(Instant now) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", RECORD + "-" + now.toEpochMilli());
        record.put("member", ID);
        record.put("kind", "loan.repaid");
        record.put("occurredAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("amountMinor", 180_000);
        record.put("currency", "USD");
        Api.orFail(api.post(Service.INGEST, "/v1/records", Identity.partner(Partners.LENDER), record), "The record");
    }

    /** The score once it is another than this one. */
    JsonNode scoreAfter(JsonNode before) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode now = score();
            if (now.path("score").asInt() != before.path("score").asInt()) {
                return now;
            }
            Await.pause(Duration.ofMillis(20));
        }
        throw new StackFailure("The score of " + ID + " did not move within " + PATIENCE.toSeconds()
                + " s: see the log of scoring-service.");
    }

    /** What is held a moment later: privileges hear of a score after it is published. */
    Map<String, String> perksAfter(Map<String, String> before) {
        Instant deadline = Instant.now().plusSeconds(2);
        Map<String, String> now = perks();
        while (now.equals(before) && Instant.now().isBefore(deadline)) {
            Await.pause(Duration.ofMillis(50));
            now = perks();
        }
        return now;
    }

    private JsonNode score() {
        return Api.orFail(askForScore(), "The score of " + ID);
    }

    private Answer askForScore() {
        return api.get(Service.SCORING, "/v1/members/" + ID + "/score", Identity.member(ID));
    }

    /** Perk to tier. */
    Map<String, String> perks() {
        JsonNode answer = Api.orFail(
                api.get(Service.PRIVILEGES, "/v1/members/" + ID + "/privileges", Identity.member(ID)),
                "The privileges of " + ID);
        Map<String, String> tiers = new LinkedHashMap<>();
        answer.path("privileges")
                .forEach(each ->
                        tiers.put(each.path("perk").asText(), each.path("tier").asText()));
        return tiers;
    }
}
