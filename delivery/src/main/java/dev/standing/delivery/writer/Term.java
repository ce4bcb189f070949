package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.database.Session;
import dev.standing.delivery.Message;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.writer.Bisection.Culprit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** One term as leader, from the first load to the first failure, which ends it. */
final class Term {
    private static final Logger LOG = Logger.getLogger(Term.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final long TOUCH_DATABASE_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Session session;
    private final Surroundings around;
    private final Positions positions;
    private final Lag lag;
    private boolean topicsCompared;
    private boolean more;
    private long touchedAtNanos = System.nanoTime();

    /** What outlives a term. */
    record Surroundings(
            Handler handler,
            Inbox inbox,
            Bisection bisection,
            Commands commands,
            Source source,
            Broker broker,
            Publisher publisher,
            WriterStatus status,
            WriterMetrics metrics,
            InstantSource clock) {}

    /** Loads everything. */
    Term(Session session, String schema, Surroundings around) {
        this.session = session;
        this.around = around;
        around.handler().load(session, around.status()::alive);
        this.positions = Positions.load(session, schema);
        this.lag = new Lag(around.broker(), around.status());
    }

    /** Applies what has arrived, if anything has, and does what there is to do between two batches. */
    void turn() throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> messages =
                around.inbox().first(around.bisection().portion(), more ? Duration.ZERO : WAIT);
        if (!messages.isEmpty()) {
            take(messages);
        } else if (System.nanoTime() - touchedAtNanos > TOUCH_DATABASE_EVERY_NANOS) {
            session.run("select 1");
            touchedAtNanos = System.nanoTime();
        }
        around.metrics().applied(positions.next());
        lag.look(positions.next());
        if (around.status().phase() == Phase.CATCHING_UP && lag.caughtUp(positions.next())) {
            around.status().enter(Phase.LEADING);
            LOG.info("Leading, and all is applied that the topics held");
        }
        around.commands().run(session);
        more = around.handler().between(session, around.status().phase() == Phase.LEADING);
        around.status().alive();
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
        Effect effect;
        try {
            effect = session.transaction(() -> {
                Effect made = around.handler().apply(messages, session);
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
        positions.advance(messages);
        around.bisection().applied();
        around.status().heldUp(false);
        effect.deadLetters().forEach(around.metrics()::deadLetter);
        around.metrics().applied(messages.size(), Duration.ofNanos(touchedAtNanos - start));
        return effect.committed();
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
