package dev.standing.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.ingest.Community;
import dev.standing.local.test.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgressIT {
    @Test
    void aRecordIsScoredOnceScoringHasComeSoFarAndUnreadableProgressIsNoted()
            throws InterruptedException, UnreadableEvent, SQLException {
        Community community = Community.create();
        community.send(community.purchase("r-1", 5)).then().statusCode(202);
        assertThat(community.status("r-1").jsonPath().getString("state")).isEqualTo("accepted");

        say("this is not JSON".getBytes(StandardCharsets.UTF_8));
        say("{\"version\":99}".getBytes(StandardCharsets.UTF_8));
        say(EventJson.write(new ProgressEvent(Event.CURRENT_VERSION, lastPosition())));
        say(EventJson.write(new ProgressEvent(Event.CURRENT_VERSION, 0)));

        String state = "accepted";
        for (int i = 0; i < 300 && !state.equals("scored"); i++) {
            Thread.sleep(100);
            state = community.status("r-1").jsonPath().getString("state");
        }
        assertThat(state).isEqualTo("scored");
        assertThat(deadLetters(2))
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder("not JSON", "version 99, allowed: 1");
    }

    private static long lastPosition() throws SQLException {
        TestStack stack = TestStack.get();
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), "ingest", stack.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(position) from ingest.ledger")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void say(byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.PROGRESS, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<DeadLetter> deadLetters(int count) throws UnreadableEvent {
        List<DeadLetter> letters = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestStack.get().bootstrapServers(),
                "group.id",
                "progress-it",
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(Topics.PROGRESS)));
            for (int i = 0; i < 100 && letters.size() < count; i++) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    letters.add(EventJson.read(message.value(), DeadLetter.class));
                }
            }
        }
        return letters;
    }
}
