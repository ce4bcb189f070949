package dev.standing.delivery.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.local.test.StackResource;
import dev.standing.local.test.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FixtureProfile.class)
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
@QuarkusTestResource(FixtureResource.class)
class WriterIT extends WriterContract {
    private static final long TOO_LARGE = 1L << 40;

    @Inject
    Fixture fixture;

    @Inject
    MeterRegistry registry;

    @Inject
    Instance<PgPoolCreator> pools;

    @Override
    protected String topic() {
        return Fixture.TOPIC;
    }

    private static byte[] amount(String id, long amount) {
        return ("{\"id\":\"" + id + "\",\"amount\":" + amount + "}").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] message(String id) {
        return amount(id, 1);
    }

    @Override
    protected byte[] refused(String id) {
        return amount(id, TOO_LARGE);
    }

    @Override
    protected int effects(String id) {
        return (int) bench.number("select count(*) from scoring.amount where id = '" + id + "'");
    }

    private void awaitEffect(String id) {
        Bench.await("the effect of " + id, () -> effects(id) == 1);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestStack.get().bootstrapServers()));
    }

    @Test
    void thePoolIsOfConnectionsThatDoNotOutliveSilence() {
        assertThat(pools.get().getClass().getName()).startsWith("dev.standing.database");
    }

    @Test
    void partitionsThatAreAddedLaterAreRead() {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(topic(), NewPartitions.increaseTo(4)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        Bench.await("the producer knows them", () -> {
            try {
                bench.send(topic(), 3, "key", message("later" + System.nanoTime()));
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        });

        bench.send(topic(), 3, "key", message("added"));

        awaitEffect("added");
    }

    @Test
    void aTopicThatIsMadeAnewIsReadFromItsBeginning() {
        for (int n = 0; n < 10; n++) {
            bench.send(Fixture.OTHER_TOPIC, 0, "key", message("old" + n));
        }
        awaitEffect("old9");
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(Fixture.OTHER_TOPIC))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            Bench.await("made anew", () -> {
                try {
                    admin.createTopics(List.of(new NewTopic(Fixture.OTHER_TOPIC, Optional.of(2), Optional.empty())))
                            .all()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
                    return true;
                } catch (RuntimeException e) {
                    return false;
                }
            });
        }

        try (Bench afresh = new Bench()) {
            for (int n = 0; n < 3; n++) {
                afresh.send(Fixture.OTHER_TOPIC, 0, "key", message("new" + n));
            }
        }

        awaitEffect("new0");
        awaitEffect("new1");
        awaitEffect("new2");
    }

    @Test
    void memoryIsDroppedWithTheTermAndLoadedAgain() {
        bench.send(topic(), "key", message("counted"));
        awaitEffect("counted");
        bench.whileAnotherLeads(Fixture.LOCK, () -> {
            Bench.await("memory is dropped", () -> fixture.rows() < 0);
            assertThat(writer.status().leads()).isFalse();
        });

        Bench.await("memory is loaded", () -> fixture.rows() == bench.number("select count(*) from scoring.amount"));
    }

    @Test
    void nobodyLeadsBeforeTheSchemaIsReady() throws InterruptedException {
        fixture.schemaIsReady(false);
        try {
            bench.whileAnotherLeads(
                    Fixture.LOCK,
                    () -> Bench.await("the term is over", () -> !writer.status().leads()));
            bench.send(topic(), "key", message("too-early"));
            for (int n = 0; n < 10; n++) {
                assertThat(writer.status().leads()).isFalse();
                Thread.sleep(100);
            }
            assertThat(effects("too-early")).isZero();
        } finally {
            fixture.schemaIsReady(true);
        }

        awaitEffect("too-early");
    }

    @Test
    void aCommandIsDoneOnTheWritersThreadWhereItLeads() {
        String thread = writer.command(session -> Thread.currentThread().getName())
                .await()
                .indefinitely();
        assertThat(thread).isEqualTo("writer-scoring");

        bench.whileAnotherLeads(Fixture.LOCK, () -> {
            Bench.await("standing by", () -> writer.status().phase() == Phase.STANDING_BY);
            assertThat(writer.command(session -> 1)
                            .onFailure(NotLeading.class)
                            .recoverWithItem(2)
                            .await()
                            .indefinitely())
                    .isEqualTo(2);
        });
    }

    @Test
    void aWatermarkIsHeardOnceAllThatTheTopicHeldIsApplied() {
        long before = bench.number("select count(*) from scoring.amount");
        bench.whileAnotherLeads(Fixture.LOCK, () -> {
            for (int n = 0; n < 50; n++) {
                bench.send(topic(), "key" + n, message("told" + n));
            }
            say(topic(), 1);
        });
        bench.send(topic(), "key", message("later"));
        awaitHeard(1);

        assertThat(fixture.rowsWhenHeard()).isGreaterThanOrEqualTo(before + 50);
        assertThat(bench.number("select ledger_through from scoring.heard where topic = '" + topic() + "'"))
                .isOne();
    }

    @Test
    void ofATopicThatIsNotReadNothingIsHeardAndAnUnreadableWatermarkIsNoted() {
        RecordMetadata place = bench.send(Topics.WATERMARKS, topic(), "{}".getBytes(StandardCharsets.UTF_8));
        say("another", 2);
        say(topic(), 3);

        awaitHeard(3);

        assertThat(bench.number("select count(*) from scoring.heard where topic <> '" + topic() + "'"))
                .isZero();
        assertThat(bench.deadLetters(Topics.WATERMARKS, place)).hasSize(1);
    }

    @Test
    void whatIsHeardIsKnownInTheNextTerm() {
        say(topic(), 4);
        awaitHeard(4);
        long terms = writer.status().terms();

        bench.breakSession(Fixture.LOCK);

        Bench.await("the next term", () -> writer.status().terms() > terms);
        assertThat(Objects.requireNonNull(fixture.lastHeard()).ledgerThrough()).isEqualTo(4);
    }

    private void say(String topic, long ledgerThrough) {
        bench.send(
                Topics.WATERMARKS, topic, EventJson.write(new WatermarkEvent(1, topic, Instant.now(), ledgerThrough)));
    }

    private void awaitHeard(long ledgerThrough) {
        Bench.await("the watermark", () -> {
            WatermarkEvent heard = fixture.lastHeard();
            return heard != null && heard.ledgerThrough() == ledgerThrough;
        });
    }

    @Test
    void aFaultOfOursHoldsUpMessagesAndDoesNotPassThemOver() {
        int messages = 50;
        fixture.breakDown(true);
        for (int n = 0; n < messages; n++) {
            bench.send(topic(), "key" + n, message("broken" + n));
        }
        Bench.await("being held up", () -> writer.status().heldUp());
        assertThat(registry.get("standing.writer.held.up").gauge().value()).isOne();

        fixture.breakDown(false);

        Bench.await("no lag", () -> writer.status().lag() == 0);
        assertThat(bench.number("select count(*) from scoring.amount where id like 'broken%'"))
                .as("all but those that could have been the culprits")
                .isEqualTo(messages - 3);
        assertThat(registry.get("standing.writer.held.up").gauge().value()).isZero();
    }

    @Test
    void metricsSayWhatAWriterDoes() {
        bench.send(topic(), "key", message("measured"));
        awaitEffect("measured");

        Bench.await("no lag", () -> writer.status().lag() == 0);
        assertThat(registry.get("standing.writer.leading").gauge().value()).isOne();
        assertThat(registry.get("standing.writer.lag").gauge().value()).isZero();
        assertThat(registry.get("standing.writer.applied")
                        .tag("topic", topic())
                        .gauge()
                        .value())
                .isPositive();
        assertThat(registry.get("standing.writer.batch.size").summary().count()).isPositive();
        assertThat(registry.get("standing.writer.batch.time").timer().count()).isPositive();
        assertThat(registry.get("standing.dead.letters")
                        .tag("topic", topic())
                        .counter()
                        .count())
                .isNotNegative();
    }
}
