package dev.standing.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Json;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Await;
import dev.standing.acceptance.suite.Broker;
import dev.standing.acceptance.suite.Suites;
import dev.standing.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that nobody can read are noted with the reason, and hold nobody up. */
class DeadLettersIT {
    private static final String SECRET = "somebody-in-particular";

    private final Standing standing = new Standing(Suites.shared());

    @ParameterizedTest
    @ValueSource(strings = {Topics.RECORDS, Topics.CONSENTS, Topics.TIES, Topics.SCORES, Topics.PROGRESS})
    void an_unreadable_message_is_noted_with_place_and_reason_and_the_rest_is_read_on(String topic) {
        try (Broker broker = new Broker(standing.suite())) {
            assertNoted(broker, topic, "{\"member\":\"" + SECRET, "JSON");
            assertNoted(broker, topic, "\u0000\u0001" + SECRET, "JSON");
            assertNoted(broker, topic, "[]", "");
            assertNoted(broker, topic, "{\"version\":2,\"member\":\"" + SECRET + "\"}", "version 2");
            assertNoted(broker, topic, "{\"member\":\"" + SECRET + "\"}", "version 0");
            assertNoted(broker, topic, "{\"version\":1,\"member\":\"" + SECRET + "\"}", "");
            assertNoted(broker, topic, null, "no content");
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

    private static void assertNoted(Broker broker, String topic, @Nullable String message, String reason) {
        RecordMetadata place =
                broker.send(topic, SECRET, message == null ? null : message.getBytes(StandardCharsets.UTF_8));
        List<JsonNode> noted = Await.until(
                message + " on " + topic + " is noted",
                Standing.SOON,
                () -> broker.read(Topics.deadLetters(topic)).stream()
                        .map(letter -> Json.read(letter.value()))
                        .filter(letter -> letter.path("partition").asInt() == place.partition()
                                && letter.path("offset").asLong() == place.offset())
                        .toList(),
                letters -> !letters.isEmpty());
        JsonNode letter = noted.getFirst();
        assertThat(letter.path("topic").asText()).isEqualTo(topic);
        assertThat(letter.path("reason").asText()).isNotEmpty().contains(reason);
        assertThat(letter.toString()).doesNotContain(SECRET);
    }
}
