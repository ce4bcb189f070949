package dev.standing.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Broker;
import dev.standing.acceptance.suite.Suites;
import dev.standing.contracts.event.Topics;
import dev.standing.stack.Await;
import dev.standing.stack.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that nobody can read are noted with the reason, and hold nobody up. */
@ResourceLock(Suites.SHARED)
class DeadLettersIT {
    private static final String SECRET = "somebody-in-particular";

    private final Standing standing = new Standing(Suites.shared());

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.RECORDS,
                Topics.CONSENTS,
                Topics.TIES,
                Topics.DISPUTES,
                Topics.PARTNERS,
                Topics.SCORES,
                Topics.PROGRESS
            })
    void an_unreadable_message_is_noted_with_place_and_reason_and_the_rest_is_read_on(String topic) {
        List<Bad> all = List.of(
                new Bad("{\"member\":\"" + SECRET, "JSON"),
                new Bad("\u0000\u0001" + SECRET, "JSON"),
                new Bad("[]", ""),
                new Bad("{\"version\":2,\"member\":\"" + SECRET + "\"}", "version 2"),
                new Bad("{\"member\":\"" + SECRET + "\"}", "version 0"),
                new Bad("{\"version\":1,\"member\":\"" + SECRET + "\"}", ""),
                new Bad(null, "no content"));
        try (Broker broker = new Broker(standing.suite())) {
            List<RecordMetadata> places = all.stream()
                    .map(bad -> broker.send(
                            topic,
                            SECRET,
                            bad.message() == null ? null : bad.message().getBytes(StandardCharsets.UTF_8)))
                    .toList();
            List<JsonNode> letters =
                    Await.until("all are noted", Standing.SOON, () -> letters(broker, topic), seen -> places.stream()
                            .allMatch(place -> seen.stream().anyMatch(letter -> isOf(letter, place))));
            for (int i = 0; i < all.size(); i++) {
                assertTells(letters, places.get(i), all.get(i));
            }
            Await.until("all is read, lag", Standing.SOON, () -> broker.lag(topic), lag -> lag == 0);
        }
    }

    @Test
    void after_bad_messages_a_good_record_is_scored_as_ever() {
        String mark = Long.toString(System.nanoTime(), 36);
        String member = "dead-" + mark;
        try (Broker broker = new Broker(standing.suite())) {
            for (int i = 0; i < 50; i++) {
                broker.send(Topics.RECORDS, "k" + i, ("broken " + i).getBytes(StandardCharsets.UTF_8));
            }
        }
        standing.join(member, "dead-shop");

        standing.send("dead-shop", Behaviour.paid("good-" + mark, member, "payment.on-time", 1, 100));

        standing.awaitScored("dead-shop", "good-" + mark);
        standing.suite().awaitReady();
    }

    private record Bad(@Nullable String message, String reason) {}

    private static List<JsonNode> letters(Broker broker, String topic) {
        return broker.read(Topics.deadLetters(topic)).stream()
                .map(letter -> Json.read(letter.value()))
                .toList();
    }

    private static boolean isOf(JsonNode letter, RecordMetadata place) {
        return letter.path("partition").asInt() == place.partition()
                && letter.path("offset").asLong() == place.offset();
    }

    /** At least once is what is promised, so a letter may be there twice. */
    private static void assertTells(List<JsonNode> letters, RecordMetadata place, Bad bad) {
        assertThat(letters.stream().filter(letter -> isOf(letter, place)))
                .isNotEmpty()
                .allSatisfy(letter -> {
                    assertThat(letter.path("topic").asText()).isEqualTo(place.topic());
                    assertThat(letter.path("reason").asText()).isNotEmpty().contains(bad.reason());
                    assertThat(letter.toString()).doesNotContain(SECRET);
                });
    }
}
