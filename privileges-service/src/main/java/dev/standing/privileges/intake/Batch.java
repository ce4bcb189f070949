package dev.standing.privileges.intake;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.delivery.Message;
import dev.standing.privileges.grants.Changes;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Verdict;
import dev.standing.privileges.grants.memory.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One batch of messages, judged but not yet written. Key is the member, so that a member's messages come in order within a
 * topic; between the topics order does not matter, for scores, consents and disputes touch different things. Delivery is at least
 * once; a score's sequence, a consent's version and that a decided dispute stays so make the effect exactly once. What cannot be read becomes a dead letter
 * and does not hold up the rest.
 */
final class Batch {
    private final Judge judge;
    private final Members members;
    private final Instant now;
    private final boolean disputesKnown;
    private final Changes changes = new Changes();
    private final List<ScoreEvent> scores = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /** @param disputesKnown whether it is known lately which records members contest */
    Batch(Judge judge, Members members, Instant now, boolean disputesKnown) {
        this.judge = judge;
        this.members = members;
        this.now = now;
        this.disputesKnown = disputesKnown;
    }

    void add(ConsumerRecord<byte[], byte[]> message) {
        try {
            switch (message.topic()) {
                case Topics.SCORES -> add(EventJson.read(message.value(), ScoreEvent.class));
                case Topics.DISPUTES -> add(EventJson.read(message.value(), DisputeEvent.class));
                default -> add(EventJson.read(message.value(), ConsentEvent.class));
            }
        } catch (UnreadableEvent e) {
            deadLetters.add(Message.deadLetter(message, e, now));
        }
    }

    private void add(ScoreEvent score) {
        Member before = changes.member(
                score.member().value(), members.get(score.member().value()));
        Verdict verdict = judge.judge(before, score, now, disputesKnown);
        if (!verdict.member().equals(before)) {
            changes.judged(score.member().value(), verdict.member(), verdict.changes(), now);
            changes.scored(score);
            scores.add(score);
        }
    }

    private void add(ConsentEvent event) {
        PartnerId partner = event.partner();
        Member before = changes.member(
                event.member().value(), members.get(event.member().value()));
        Consent consent = new Consent(event.consentVersion(), event.granted());
        if (event.purpose() != Purpose.RECORDS || partner == null) {
            changes.consentedToSocial(event.member().value(), before, consent);
            return;
        }
        Member after = before.with(partner.value(), consent);
        if (!after.equals(before)) {
            changes.consented(event.member().value(), before, after, partner.value(), consent, now);
        }
    }

    private void add(DisputeEvent event) {
        Member before = changes.member(
                event.member().value(), members.get(event.member().value()));
        Member after = before.with(event.dispute(), Dispute.of(event));
        if (!after.equals(before)) {
            changes.disputed(event, after);
        }
    }

    Changes changes() {
        return changes;
    }

    /** The scores that were new, for the measure of delay. */
    List<ScoreEvent> scores() {
        return scores;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }
}
