package dev.standing.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.local.stack.StackFailure;
import dev.standing.local.token.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells of one member from the live services: where they stand, why, what that earns, and what one more record changes. */
final class Story {

    private static final String MEMBER = "m-1";
    private static final String RECORD = "s-m-1-story";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMillis(1500);
    private static final int TEXT_WIDTH = 58;

    private final Api api;
    private final Consumer<String> terminal;

    Story(Api api, Consumer<String> terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    void tell() {
        JsonNode before = settledScore();
        Map<String, String> held = perks();
        terminal.accept("");
        terminal.accept("The story of one of them, " + MEMBER + ":");
        terminal.accept("  Score  %d (%s): %d from their own records, %+d from friends."
                .formatted(
                        before.path("score").asInt(),
                        before.path("band").asText(),
                        before.path("base").asInt(),
                        before.path("influence").asInt()));
        tellReasons(before);
        terminal.accept("  Perks  " + describe(held));
        terminal.accept("");
        terminal.accept("  Now one more record arrives: " + Partners.LENDER + " says that " + MEMBER);
        terminal.accept("  has repaid a loan of 1,800 dollars in full.");
        Instant sent = Instant.now();
        sendOneMore(sent);
        tellChange(before, held, sent);
    }

    /** The score once it rests: the member's records, consents and ties come by three ways, none of which waits for another. */
    private JsonNode settledScore() {
        Instant deadline = Instant.now().plus(PATIENCE);
        Instant restsSince = Instant.now();
        int last = 0;
        while (Instant.now().isBefore(deadline)) {
            Api.Answer now = api.get(api.scoring("/v1/members/" + MEMBER + "/score"), Identity.member(MEMBER));
            int score = now.status() == 200 ? now.body().path("score").asInt() : 0;
            if (score != last) {
                restsSince = Instant.now();
                last = score;
            } else if (score > 0 && Instant.now().isAfter(restsSince.plus(REST))) {
                return now.body();
            }
            pause(100);
        }
        return score();
    }

    private void tellReasons(JsonNode score) {
        String label = "  Why    ";
        for (JsonNode reason : score.path("reasons")) {
            terminal.accept("%s%4d  %s"
                    .formatted(
                            label,
                            -reason.path("pointsLost").asInt(),
                            wrap(reason.path("text").asText())));
            label = "         ";
        }
    }

    private void sendOneMore(Instant now) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", RECORD + "-" + now.toEpochMilli());
        record.put("member", MEMBER);
        record.put("kind", "loan.repaid");
        record.put("occurredAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("amountMinor", 180_000);
        record.put("currency", "USD");
        api.post(api.ingest("/v1/records"), Identity.partner(Partners.LENDER), record)
                .orFail("The record");
    }

    private void tellChange(JsonNode before, Map<String, String> held, Instant sent) {
        JsonNode after = await(before);
        long millis = Duration.between(sent, Instant.now()).toMillis();
        terminal.accept("  Score  %d -> %d (%s) after %.1f s:"
                .formatted(
                        before.path("score").asInt(),
                        after.path("score").asInt(),
                        after.path("band").asText(),
                        millis / 1000.0));
        terminal.accept("         own records %d -> %d, friends %+d -> %+d."
                .formatted(
                        before.path("base").asInt(),
                        after.path("base").asInt(),
                        before.path("influence").asInt(),
                        after.path("influence").asInt()));
        tellReasons(after);
        Map<String, String> gained = awaitPerks(held);
        gained.entrySet().removeIf(perk -> perk.getValue().equals(held.get(perk.getKey())));
        terminal.accept(gained.isEmpty() ? "  Perks  as before." : "  Perks  new: " + describe(gained));
    }

    private JsonNode await(JsonNode before) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode now = score();
            if (now.path("score").asInt() != before.path("score").asInt()) {
                return now;
            }
            pause(20);
        }
        throw new StackFailure("The score of " + MEMBER + " did not move within " + PATIENCE.toSeconds()
                + " s: see the log of scoring-service.");
    }

    /** What is held a moment later: privileges hear of a score after it is published. */
    private Map<String, String> awaitPerks(Map<String, String> before) {
        Instant deadline = Instant.now().plusSeconds(2);
        Map<String, String> now = perks();
        while (now.equals(before) && Instant.now().isBefore(deadline)) {
            pause(50);
            now = perks();
        }
        return now;
    }

    private JsonNode score() {
        return api.get(api.scoring("/v1/members/" + MEMBER + "/score"), Identity.member(MEMBER))
                .orFail("The score of " + MEMBER);
    }

    /** Perk to tier. */
    private Map<String, String> perks() {
        JsonNode answer = api.get(api.privileges("/v1/members/" + MEMBER + "/privileges"), Identity.member(MEMBER))
                .orFail("The privileges of " + MEMBER);
        Map<String, String> tiers = new LinkedHashMap<>();
        answer.path("privileges")
                .forEach(each ->
                        tiers.put(each.path("perk").asText(), each.path("tier").asText()));
        return tiers;
    }

    private static String describe(Map<String, String> tiers) {
        StringBuilder text = new StringBuilder();
        tiers.forEach((perk, tier) -> {
            int lineStart = text.lastIndexOf("\n") + 1;
            if (!text.isEmpty()) {
                text.append(", ");
            }
            if (text.length() - lineStart + perk.length() + tier.length() > TEXT_WIDTH) {
                text.append("\n         ");
            }
            text.append(perk).append(' ').append(tier);
        });
        return text.toString();
    }

    /** Breaks a sentence between words, the later lines below the first. */
    private static String wrap(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ", -1)) {
            if (length + word.length() > TEXT_WIDTH) {
                lines.append("\n               ");
                length = 0;
            } else if (length > 0) {
                lines.append(' ');
            }
            lines.append(word);
            length += word.length() + 1;
        }
        return lines.toString();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while telling the story.", e);
        }
    }
}
