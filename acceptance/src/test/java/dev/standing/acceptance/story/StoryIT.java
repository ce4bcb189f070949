package dev.standing.acceptance.story;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static dev.standing.stack.Service.SCORING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Explanation;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.http.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A record goes in, a score moves, a friend's score moves, a perk changes. */
@ResourceLock(Suites.SHARED)
class StoryIT {
    private final Standing standing = new Standing(Suites.shared());
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String mia = "story-mia-" + mark;
    private final String landlord = "story-landlord-" + mark;
    private final String hotel = "story-hotel-" + mark;

    @Test
    void a_record_goes_in_a_score_moves_a_friends_score_moves_a_perk_changes_and_checks_answer() {
        // Given Mia, new here, and three friends who know each other and her
        List<String> friends = IntStream.range(0, 3)
                .mapToObj(i -> "story-friend-" + i + "-" + mark)
                .toList();
        List<String> all = new ArrayList<>(friends);
        all.add(mia);
        standing.join(all, landlord, hotel);
        all.forEach(member -> standing.social(member, true));
        befriendAll(all);

        // Then she starts where everybody starts, is told why, and holds every baseline
        Explanation start = standing.explainOnce(mia, "is known", seen -> true);
        assertThat(start.score()).isBetween(350, 599);
        assertAddsUp(start);
        assertThat(standing.score(mia).path("reasons")).hasSizeBetween(1, 4);
        awaitTier("bike-hire", "baseline");
        JsonNode refused = standing.check(hotel, mia, "hotel", Map.of());
        assertThat(refused.path("tier").asText()).isEqualTo("baseline");
        assertThat(refused.path("distance"))
                .as("how far the next tier is: %s", refused)
                .isNotEmpty();

        // When her landlord tells of two years of rent, and the hotel of who she is
        standing.sendAll(landlord, rents(mia, 30));
        standing.sendAll(
                hotel,
                List.of(
                        Behaviour.plain("id-" + mark, mia, "identity.verified", 20),
                        Behaviour.plain("address-" + mark, mia, "address.confirmed", 20)));
        Explanation good = standing.explainOnce(mia, "stands well", seen -> seen.base() >= 600);

        // Then her score rose, the perks followed, and the history says why
        assertThat(good.score()).isGreaterThan(start.score());
        assertAddsUp(good);
        awaitTier("bike-hire", "no-deposit");
        JsonNode allowed = standing.check(hotel, mia, "bike-hire", Map.of());
        assertThat(allowed.path("allowed").asBoolean()).isTrue();
        assertThat(allowed.path("tier").asText()).isEqualTo("no-deposit");
        JsonNode history = standing.as(Who.member(mia))
                .get(SCORING, "/v1/members/" + mia + "/score/history")
                .expect(200)
                .json();
        assertThat(history.toString()).contains("record");

        // and a friend, who did nothing, stands a little higher too
        Explanation friend = standing.explainOnce(friends.getFirst(), "is lifted by Mia", seen -> seen.influence() > 0);
        assertThat(friend.base()).isEqualTo(start.base());
        assertThat(friend.influence()).isLessThanOrEqualTo(30);
        assertAddsUp(friend);
        // while those below her do not pull her down
        assertThat(standing.explain(mia).influence()).isZero();

        // When a loan is defaulted, then she falls, her tiers stay for now, and she is told until when
        standing.send(landlord, Behaviour.paid("default-" + mark, mia, "loan.defaulted", 2, 500_000));
        standing.sendAll(
                landlord,
                IntStream.range(0, 12)
                        .mapToObj(i -> Behaviour.paid("missed-" + i + mark, mia, "payment.missed", 3 + i, 90_000))
                        .toList());
        Explanation fallen = standing.explainOnce(mia, "fell", seen -> seen.score() < 600);
        assertAddsUp(fallen);
        assertThat(standing.score(mia).path("reasons").toString()).contains("PAYMENTS-MISSED");
        Await.until(
                "the end of the tier is announced",
                Standing.SOON,
                () -> privilege("bike-hire"),
                seen -> seen.path("tier").asText().equals("no-deposit") && seen.hasNonNull("until"));
        assertThat(standing.check(hotel, mia, "bike-hire", Map.of())
                        .path("tier")
                        .asText())
                .isEqualTo("no-deposit");
    }

    @Test
    void the_launchers_tokens_open_the_doors_that_api_md_says() {
        String token = standing.suite().command("token", "partner", "story-cli");
        assertThat(new Client(standing.suite(), token)
                        .get(PRIVILEGES, "/v1/perks")
                        .status())
                .isEqualTo(200);
        assertThat(new Client(standing.suite(), token)
                        .post(INGEST, "/v1/records/batch", List.of())
                        .status())
                .isNotIn(401, 403);
    }

    private void befriendAll(List<String> members) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                standing.befriend(members.get(i), members.get(j), 1.0);
            }
        }
    }

    private static List<Behaviour> rents(String member, int months) {
        return IntStream.range(0, months)
                .mapToObj(i -> Behaviour.paid("rent-" + i + "-" + member, member, "rent.paid", 5 + i * 14, 90_000))
                .toList();
    }

    private void awaitTier(String perk, String tier) {
        Await.until(mia + " has " + perk + " " + tier, Standing.SOON, () -> privilege(perk), seen -> seen.path("tier")
                .asText()
                .equals(tier));
    }

    private JsonNode privilege(String perk) {
        JsonNode answer = standing.as(Who.member(mia))
                .get(PRIVILEGES, "/v1/members/" + mia + "/privileges")
                .json();
        for (JsonNode one : answer.isArray() ? answer : answer.path("privileges")) {
            if (one.path("perk").asText().equals(perk)) {
                return one;
            }
        }
        return answer;
    }

    private static void assertAddsUp(Explanation explanation) {
        JsonNode json = explanation.json();
        int attributes = explanation.points().values().stream().mapToInt(p -> p).sum();
        assertThat(json.path("startPoints").asInt(350) + attributes)
                .as("%s", json)
                .isEqualTo(explanation.base());
        assertThat(explanation.base() + explanation.influence()).as("%s", json).isEqualTo(explanation.score());
    }
}
