package dev.standing.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.local.sample.community.Partners;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Tells of one member from the live services: where they stand, why, what that earns, and what one more record changes. */
final class Story {

    private static final int TEXT_WIDTH = 58;

    private final OneMember member;
    private final Consumer<String> terminal;

    Story(Api api, Consumer<String> terminal) {
        this.member = new OneMember(api);
        this.terminal = terminal;
    }

    void tell() {
        JsonNode before = member.settledScore();
        Map<String, String> held = member.perks();
        terminal.accept("");
        terminal.accept("The story of one of them, " + OneMember.ID + ":");
        terminal.accept("  Score  %d (%s): %d from their own records, %+d from friends."
                .formatted(
                        before.path("score").asInt(),
                        before.path("band").asText(),
                        before.path("base").asInt(),
                        before.path("influence").asInt()));
        tellReasons(before);
        terminal.accept("  Perks  " + describe(held));
        terminal.accept("");
        terminal.accept("  Now one more record arrives: " + Partners.LENDER + " says that " + OneMember.ID);
        terminal.accept("  has repaid a loan of 1,800 dollars in full.");
        Instant sent = Instant.now();
        member.sendOneMore(sent);
        tellChange(before, held, sent);
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

    private void tellChange(JsonNode before, Map<String, String> held, Instant sent) {
        JsonNode after = member.scoreAfter(before);
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
        Map<String, String> gained = member.perksAfter(held);
        gained.entrySet().removeIf(perk -> perk.getValue().equals(held.get(perk.getKey())));
        terminal.accept(gained.isEmpty() ? "  Perks  as before." : "  Perks  new: " + describe(gained));
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
}
