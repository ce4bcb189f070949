package dev.standing.acceptance.webhooks;

import static dev.standing.stack.Service.PRIVILEGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Client;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A partner's server is told everything, in order, although it fails and the service is killed. */
@ResourceLock(Suites.MORTAL)
class ToldIT {
    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "told-" + mark;
    private final String shop = "told-shop-" + mark;

    @Test
    void what_a_member_earns_reaches_the_partner_whatever_is_killed_and_a_withdrawal_is_the_last_of_it()
            throws IOException {
        try (Hook hook = new Hook()) {
            register(hook);
            standing.join(member, shop);

            earn("first", 20);
            awaitTold(hook, 1);
            suite.kill("privileges-service");
            earn("second", 40);
            suite.awaitReady();

            Await.until("the perk", Standing.SOON, () -> types(hook, "bike-hire"), perks -> perks > 0);
            List<JsonNode> told = events();
            awaitTold(hook, told.size());
            assertInOrder(hook);

            standing.consent(member, shop, false);
            Await.until("the withdrawal", Standing.SOON, this::events, events -> events.size() == 1);
            assertThat(events().getFirst().path("event").path("type").asText()).isEqualTo("consent.withdrawn");
            Await.until("it is told", Standing.SOON, () -> hook.taken().getLast(), last -> !last.has("reasons"));
            assertThat(hook.taken().getLast().path("sequence").asLong())
                    .isEqualTo(events().getFirst()
                            .path("event")
                            .path("data")
                            .path("sequence")
                            .asLong());
        }
    }

    private void register(Hook hook) {
        Client partner = standing.as(Who.partner(shop));
        JsonNode endpoint = partner.post(
                        PRIVILEGES,
                        "/v1/webhooks",
                        Map.of(
                                "url",
                                hook.url(),
                                "types",
                                List.of(
                                        "privilege.granted",
                                        "privilege.ending",
                                        "privilege.ended",
                                        "score.changed",
                                        "consent.withdrawn")))
                .expect(201)
                .json();
        hook.holds(endpoint.path("secret").asText());
        partner.post(PRIVILEGES, "/v1/webhooks/" + endpoint.path("id").asText() + "/challenge", null)
                .expect(200);
    }

    private void earn(String what, int records) {
        standing.sendAll(
                shop,
                IntStream.range(0, records)
                        .mapToObj(i -> Behaviour.paid(what + "-" + i, member, "rent.paid", 2 + i * 9, 90_000))
                        .toList());
    }

    private List<JsonNode> events() {
        return standing.getOnceThere(Who.partner(shop), PRIVILEGES, "/v1/events?after=0")
                .expect(200)
                .json()
                .path("events")
                .valueStream()
                .toList();
    }

    private static long types(Hook hook, String perk) {
        return hook.taken().stream()
                .filter(data -> data.path("perk").asText().equals(perk))
                .count();
    }

    private static void awaitTold(Hook hook, int atLeast) {
        Await.until(atLeast + " events", Standing.SOON, () -> sequences(hook).size(), told -> told >= atLeast);
    }

    private static NavigableSet<Long> sequences(Hook hook) {
        TreeSet<Long> sequences = new TreeSet<>();
        hook.taken().forEach(data -> sequences.add(data.path("sequence").asLong()));
        return sequences;
    }

    /** Each arrives for the first time after the one before it; again any may. */
    private static void assertInOrder(Hook hook) {
        List<Long> firsts = hook.taken().stream()
                .map(data -> data.path("sequence").asLong())
                .distinct()
                .toList();
        assertThat(firsts)
                .isEqualTo(LongStream.rangeClosed(1, firsts.size()).boxed().toList());
    }
}
