package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Session;
import dev.standing.delivery.Message;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.trace.SharedWork;
import dev.standing.delivery.trace.Traceparent;
import dev.standing.delivery.trace.Traces;
import dev.standing.delivery.writer.Bisection.Culprit;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One term as leader, from the first load to the first failure, which ends it. */
final class Term {
    private static final Logger LOG = Logger.getLogger(Term.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration WAIT_FOR_ANSWER = Duration.ofMillis(5);
    private static final long TOUCH_DATABASE_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Session session;
    private final String schema;
    private final Surroundings around;
    private final Positions positions;
    private final Lag lag;
    private final Heard heard;
    private boolean topicsCompared;
    private boolean more;
    private long touchedAtNanos = System.nanoTime();

    /** What outlives a term. */
    record Surroundings(
            Handler handler,
            Inbox inbox,
            BatchSize batchSize,
            Bisection bisection,
            Commands commands,
            Source source,
            Broker broker,
            Publisher publisher,
            WriterStatus status,
            WriterMetrics metrics,
            Traces traces,
            InstantSource clock) {}

    /** Loads everything. */
    Term(Session session, String schema, Surroundings around) {
        this.session = session;
        this.schema = schema;
        this.around = around;
        around.handler().load(session, around.status()::alive);
        this.positions = Positions.load(session, schema);
        this.lag = new Lag(around.broker(), around.status());
        this.heard = new Heard(around.broker());
        heard(HeardStore.load(session, schema));
    }

    /** Applies what has arrived, if anything has, and does what there is to do between two batches. */
    void turn() throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> messages = around.inbox().first(atMost(), patience());
        if (!messages.isEmpty()) {
            take(messages);
        } else if (System.nanoTime() - touchedAtNanos > TOUCH_DATABASE_EVERY_NANOS) {
            session.run("select 1");
            touchedAtNanos = System.nanoTime();
        }
        around.metrics().applied(positions.next());
        lag.look(positions.next());
        hear();
        if (around.status().phase() == Phase.CATCHING_UP && lag.caughtUp(positions.next())) {
            around.status().enter(Phase.LEADING);
            LOG.info("Leading, and all is applied that the topics held");
        }
        around.commands().run(session);
        more = around.handler().between(session, around.status().phase() == Phase.LEADING);
        around.status().alive();
    }

    /** Where all is held up the first of every partition is of use, however far behind. */
    private int atMost() {
        return around.bisection().heldUp()
                ? Integer.MAX_VALUE
                : Math.min(around.batchSize().now(), around.bisection().portion());
    }

    /** How long to wait for a message, where something else is to be done soon. */
    private Duration patience() {
        if (more) {
            return Duration.ZERO;
        }
        return heard.asks() ? WAIT_FOR_ANSWER : WAIT;
    }

    private void hear() {
        Map<String, WatermarkEvent> watermarks = heard.look(positions.next());
        if (!watermarks.isEmpty()) {
            HeardStore.save(session, schema, watermarks.values());
            heard(watermarks);
        }
    }

    private void heard(Map<String, WatermarkEvent> watermarks) {
        around.handler().heard(watermarks);
        around.status().heard(watermarks);
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> messages) throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> fresh = positions.notApplied(messages);
        if (!topicsCompared || fresh.size() < messages.size()) {
            compareTopics();
            fresh = positions.notApplied(messages);
        }
        if (fresh.size() < messages.size()) {
            around.source().moveTo(positions.next());
        }
        Culprit culprit = around.bisection().culprit();
        if (culprit != null) {
            passOver(culprit);
        } else {
            List<ConsumerRecord<byte[], byte[]>> tried = around.bisection().choice(fresh);
            Runnable committed = tried.isEmpty() ? () -> {} : apply(tried);
            if (tried.size() == fresh.size()) {
                around.inbox().remove(messages.size());
            }
            committed.run();
        }
    }

    /** Before anything is passed over: a topic that was made anew begins again, and its old positions mean nothing. */
    private void compareTopics() {
        Set<String> anew = session.transaction(
                () -> positions.compare(session, around.broker().topicIds()));
        anew.forEach(topic -> LOG.warnf("The topic %s was made anew: it is read from its beginning", topic));
        topicsCompared = true;
    }

    private Runnable apply(List<ConsumerRecord<byte[], byte[]>> messages) {
        long start = System.nanoTime();
        Arrival arrival = Arrival.of(messages, around.clock().instant());
        SharedWork work = around.traces()
                .share(
                        "apply " + schema,
                        SpanKind.CONSUMER,
                        messages.stream().<@Nullable String>map(Traceparent::of).toList());
        Effect effect;
        try {
            effect = session.transaction(() -> {
                Effect made = apply(arrival);
                tell(arrival.deadLetters());
                tell(made.deadLetters());
                positions.save(session, messages);
                return made;
            });
        } catch (RuntimeException e) {
            around.bisection().failed(messages, e);
            around.status().heldUp(around.bisection().heldUp());
            throw e;
        }
        touchedAtNanos = System.nanoTime();
        work.end();
        positions.advance(messages);
        arrival.watermarks().forEach(heard::arrived);
        arrival.deadLetters().forEach(around.metrics()::deadLetter);
        effect.deadLetters().forEach(around.metrics()::deadLetter);
        // That a watermark could be heard says nothing of messages.
        if (!arrival.messages().isEmpty()) {
            around.bisection().applied();
            around.status().heldUp(false);
            Duration took = Duration.ofNanos(touchedAtNanos - start);
            around.batchSize().took(messages.size(), took);
            around.metrics().applied(arrival.messages().size(), took);
        }
        return effect.committed();
    }

    /** Watermarks alone are not worth a flush: where positions are lost they are read again. */
    private Effect apply(Arrival arrival) {
        if (arrival.messages().isEmpty()) {
            session.command("set local synchronous_commit = off");
            return Effect.NONE;
        }
        return around.handler().apply(arrival.messages(), session);
    }

    /** With its dead letter sent and its position moved; that it stands in the inbox does not matter any more. */
    private void passOver(Culprit culprit) {
        List<ConsumerRecord<byte[], byte[]>> alone = List.of(culprit.message());
        DeadLetter letter = Message.deadLetter(
                culprit.message(), culprit.reason(), around.clock().instant());
        session.transaction(() -> {
            tell(List.of(letter));
            positions.save(session, alone);
            return letter;
        });
        positions.advance(alone);
        around.bisection().passedOver();
        around.metrics().deadLetter(letter);
        LOG.warnf(
                "Passed over %s/%d at offset %d: %s",
                letter.topic(), letter.partition(), letter.offset(), letter.reason());
    }

    private void tell(List<DeadLetter> letters) {
        around.publisher().publish(letters.stream().map(Message::of).toList());
    }
}
