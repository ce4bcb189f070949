package dev.standing.ingest.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.ingest.Community;
import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayIT {
    private Community community = Community.named();

    @BeforeEach
    void join() {
        community = Community.create();
    }

    @Test
    void recordsAndRetractionsAreSaidInTheOrderOfTheLedger() throws UnreadableEvent {
        for (int i = 0; i < 5; i++) {
            community.send(community.purchase("r-" + i, i)).then().statusCode(202);
        }
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .delete("/v1/records/r-2")
                .then()
                .statusCode(200);

        List<RecordEvent> events = new ArrayList<>();
        for (byte[] value : Listener.until(Topics.RECORDS, community.member(), 6)) {
            events.add(EventJson.read(value, RecordEvent.class));
        }

        assertThat(events).extracting(RecordEvent::id).containsExactly("r-0", "r-1", "r-2", "r-3", "r-4", "r-2");
        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
        assertThat(events.getLast().type()).isEqualTo(RecordEvent.Type.RETRACTED);
        assertThat(events.getLast().amountMinor()).isEqualTo(2);
    }

    @Test
    void consentsAreSaidWithTheirVersions() throws UnreadableEvent {
        community.withdraw();

        List<ConsentEvent> events = new ArrayList<>();
        for (byte[] value : Listener.until(Topics.CONSENTS, community.member(), 2)) {
            events.add(EventJson.read(value, ConsentEvent.class));
        }

        assertThat(events).extracting(ConsentEvent::consentVersion).containsExactly(1L, 2L);
        assertThat(events).extracting(ConsentEvent::granted).containsExactly(true, false);
    }

    @Test
    void howFarAJournalIsToldIsSaidAgainAndAgain() throws UnreadableEvent {
        for (String topic : Topics.journals()) {
            List<WatermarkEvent> watermarks = about(topic, Listener.next(Topics.WATERMARKS, topic, 2));

            assertThat(watermarks).extracting(WatermarkEvent::at).isSorted().doesNotHaveDuplicates();
            assertThat(Duration.between(watermarks.getLast().at(), Instant.now()))
                    .isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void behindARecordThatIsLookedUpAWatermarkOfEachJournalIsSaid() throws UnreadableEvent {
        community.send(community.purchase("r-1", 1)).then().statusCode(202);
        long position = EventJson.read(
                        Listener.until(Topics.RECORDS, community.member(), 1).getFirst(), RecordEvent.class)
                .position();
        for (String topic : Topics.journals()) {
            community.status("r-1").then().statusCode(200);
            assertThat(about(topic, Listener.next(Topics.WATERMARKS, topic, 2))
                            .getLast()
                            .ledgerThrough())
                    .isGreaterThanOrEqualTo(position);
        }
    }

    @Test
    void ofAJournalWhoseRelayIsHeldNoneIsSaid() throws SQLException, UnreadableEvent {
        TestStack stack = TestStack.get();
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), "ingest", stack.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from ingest.relay where journal = 'consent_journal' for update");

            List<ConsumerRecord<String, byte[]>> meanwhile = Listener.next(Topics.WATERMARKS, Topics.TIES, 4);

            assertThat(about(Topics.CONSENTS, meanwhile))
                    .as("the one of before may still be on its way")
                    .hasSizeLessThanOrEqualTo(1);
            connection.rollback();
            assertThat(Listener.next(Topics.WATERMARKS, Topics.CONSENTS, 1)).isNotEmpty();
        }
    }

    private static List<WatermarkEvent> about(String topic, List<ConsumerRecord<String, byte[]>> messages)
            throws UnreadableEvent {
        List<WatermarkEvent> watermarks = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            if (topic.equals(message.key())) {
                watermarks.add(EventJson.read(message.value(), WatermarkEvent.class));
            }
        }
        return watermarks;
    }

    @Test
    void aRelayThatDiedBeforeItsPositionMovedSaysTheBatchAgain() throws SQLException {
        community.send(community.purchase("r-1", 1)).then().statusCode(202);
        Listener.until(Topics.RECORDS, community.member(), 1);

        // What a crash between the broker's answer and the commit leaves behind.
        moveBack();

        assertThat(Listener.until(Topics.RECORDS, community.member(), 2)).hasSize(2);
    }

    private void moveBack() throws SQLException {
        TestStack stack = TestStack.get();
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), "ingest", stack.password());
                Statement statement = connection.createStatement()) {
            statement.execute("update ingest.relay set position = (select min(position) - 1 from ingest.ledger"
                    + " where partner = '" + community.partner() + "') where journal = 'ledger'");
        }
    }
}
