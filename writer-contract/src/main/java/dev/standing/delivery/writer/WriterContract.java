package dev.standing.delivery.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.Topics;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every writer promises, whatever its service does with messages. A subclass says what its messages and effects are. */
public abstract class WriterContract {
    private static final int ENOUGH_TO_BE_HIT = 300;

    /** Of the service under test. */
    @Inject
    protected Writer writer;

    /** Both ends of the wire, and the database as its owner sees it. */
    protected final Bench bench = new Bench();

    private final String prefix = "w" + System.nanoTime() + "-";

    protected abstract String topic();

    /** A message that has one effect, which {@link #effects} counts by the id. */
    protected abstract byte[] message(String id);

    /** A message that reads well and that cannot be applied. */
    protected abstract byte[] refused(String id);

    /** What its dead letter says of why, as a regular expression. */
    protected String refusal() {
        return "PostgreSQL 2[23]\\d{3}";
    }

    /** How often the message had its effect. */
    protected abstract int effects(String id);

    @BeforeEach
    void awaitLeader() {
        Bench.await("leading", () -> writer.status().phase() == Phase.LEADING);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String schema() {
        return writer.settings().service();
    }

    /** Does the work while another process leads and this one stands by. */
    protected final void whileStandingBy(Runnable work) {
        bench.whileAnotherLeads(lock(), () -> {
            Bench.await("standing by", () -> writer.status().phase() == Phase.STANDING_BY);
            work.run();
        });
    }

    private long lock() {
        return writer.settings().lock();
    }

    private String id(int n) {
        return prefix + n;
    }

    private RecordMetadata send(int n) {
        return bench.send(topic(), id(n), message(id(n)));
    }

    private void awaitEffects(int from, int to) {
        for (int n = from; n < to; n++) {
            String id = id(n);
            Bench.await("the effect of " + id, () -> effects(id) == 1);
        }
    }

    @Test
    void aBrokenSessionLosesNothingAndDoesNothingTwice() {
        long terms = writer.status().terms();
        for (int n = 0; n < ENOUGH_TO_BE_HIT; n++) {
            send(n);
            if (n % 100 == 50) {
                bench.breakSession(lock());
            }
        }

        awaitEffects(0, ENOUGH_TO_BE_HIT);
        assertThat(writer.status().terms()).isGreaterThan(terms);
    }

    @Test
    void theServerEndsALeaderThatIsSilent() {
        assertThat(List.of(setting("idle_session"), setting("idle_in_transaction_session"), setting("tcp_user")))
                .allMatch(timeout -> timeout.matches("[1-6](s|000)"));
    }

    private String setting(String timeout) {
        return writer.command(session -> session.run("select current_setting($1)", timeout + "_timeout")
                        .iterator()
                        .next()
                        .getString(0))
                .await()
                .indefinitely();
    }

    @Test
    void whoStandsByTakesOverBehindWhatTheOtherHasApplied() {
        send(0);
        awaitEffects(0, 1);

        RecordMetadata[] applied = new RecordMetadata[1];
        whileStandingBy(() -> {
            applied[0] = send(1);
            bench.move(schema(), topic(), applied[0].partition(), applied[0].offset() + 1);
            assertThat(writer.status().hears()).isFalse();
        });
        bench.send(topic(), applied[0].partition(), id(2), message(id(2)));

        awaitEffects(2, 3);
        assertThat(effects(id(1))).as("the other leader's, and not ours").isZero();
    }

    @Test
    void whatCannotBeReadIsNotedWithoutItsContentAndHoldsUpNothing() {
        String secret = "jane.doe@example.org";
        RecordMetadata place = bench.send(topic(), id(0), ("not json, of " + secret).getBytes(StandardCharsets.UTF_8));
        send(1);

        awaitEffects(1, 2);
        DeadLetter letter = letterOf(place);
        assertThat(letter.reason()).isEqualTo("not JSON");
        assertThat(letter.toString()).doesNotContain(secret);
    }

    @Test
    void whatCannotBeAppliedIsNotedAloneAndTheRestCounts() {
        long before = passedOver();
        List<RecordMetadata> places = new ArrayList<>();
        bench.whileAnotherLeads(lock(), () -> {
            for (int n = 0; n < 20; n++) {
                send(n);
                if (n == 7 || n == 13) {
                    places.add(bench.send(topic(), id(100 + n), refused(id(100 + n))));
                }
            }
        });

        awaitEffects(0, 20);
        for (RecordMetadata place : places) {
            assertThat(letterOf(place).reason()).matches("cannot be applied: " + refusal());
            Bench.await("the position", () -> bench.position(schema(), topic(), place.partition()) > place.offset());
        }
        assertThat(passedOver() - before).as("the culprits and nobody else").isEqualTo(2);
    }

    /** How many messages were, by anybody. */
    private long passedOver() {
        return bench.deadLetters(topic(), null).stream()
                .filter(letter -> letter.reason().startsWith("cannot"))
                .map(letter -> letter.partition() + "/" + letter.offset())
                .distinct()
                .count();
    }

    @Test
    void afterSomeInARowNothingIsPassedOverUntilSomethingCounts() {
        List<RecordMetadata> places = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            places.add(bench.send(topic(), 0, id(n), refused(id(n))));
        }
        Bench.await("being held up", writer.status()::heldUp);
        assertThat(bench.position(schema(), topic(), 0))
                .as("passed over so far")
                .isEqualTo(places.get(3).offset());

        bench.send(topic(), 1, id(6), message(id(6)));

        awaitEffects(6, 7);
        for (RecordMetadata place : places) {
            assertThat(letterOf(place).reason()).startsWith("cannot be applied");
        }
        bench.send(topic(), 0, id(7), message(id(7)));
        awaitEffects(7, 8);
        assertThat(writer.status().heldUp()).isFalse();
    }

    private DeadLetter letterOf(RecordMetadata place) {
        List<DeadLetter> letters = new ArrayList<>();
        Bench.await("the dead letter in " + Topics.deadLetters(topic()), () -> {
            letters.addAll(bench.deadLetters(topic(), place));
            return !letters.isEmpty();
        });
        return letters.getFirst();
    }
}
