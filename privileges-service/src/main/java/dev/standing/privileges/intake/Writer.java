package dev.standing.privileges.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.database.Session;
import dev.standing.delivery.Message;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Members;
import dev.standing.privileges.grants.Verdict;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.store.ChangeStore;
import dev.standing.privileges.store.Changes;
import dev.standing.privileges.store.MemberStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The one hand that changes what members hold. Each batch is one transaction: judged on the side, written, committed, and
 * only then put into memory. Used by one thread.
 */
@Singleton
class Writer {
    private static final int MEMBERS_AT_ONCE = 2_000;

    private final Judge judge;
    private final Members members;
    private final MemberStore memberStore;
    private final ChangeStore changeStore;
    private final Relay relay;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private LocalDate sweptThrough = LocalDate.MIN;

    Writer(
            PerkPolicy policy,
            Members members,
            MemberStore memberStore,
            ChangeStore changeStore,
            Relay relay,
            IntakeMetrics metrics,
            Clock clock) {
        this.judge = new Judge(policy);
        this.members = members;
        this.memberStore = memberStore;
        this.changeStore = changeStore;
        this.relay = relay;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Puts what is stored in the place of memory. Until then memory answers as before. */
    void load(Session session, Runnable progress) {
        members.replace(memberStore.load(session, progress));
        sweptThrough = LocalDate.MIN;
    }

    void take(Session session, ConsumerRecords<byte[], byte[]> messages, Publisher deadLetters)
            throws JsonProcessingException {
        Batch batch = new Batch(judge, members, now());
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            batch.add(message);
        }
        write(session, batch.changes());
        deadLetters.publish(batch.deadLetters().stream().map(Message::of).toList());
        batch.deadLetters().forEach(metrics::deadLetter);
        metrics.batch(messages.count());
        Instant now = clock.instant();
        for (ScoreEvent score : batch.scores()) {
            metrics.scored(score, now);
        }
    }

    /** Takes what is due to be taken; on a new day, and after a load, judges everybody anew. */
    void sweep(Session session, Runnable progress) throws JsonProcessingException {
        Instant now = now();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean everybody = today.isAfter(sweptThrough);
        Map<String, Member> due = new HashMap<>();
        members.forEach((id, member) -> {
            if (everybody || Judge.isDue(member, now)) {
                due.put(id, member);
            }
        });
        Changes changes = new Changes();
        for (Map.Entry<String, Member> each : due.entrySet()) {
            Verdict verdict = judge.judge(each.getValue(), now);
            if (!verdict.member().equals(each.getValue())) {
                changes.judged(each.getKey(), verdict.member(), verdict.changes(), now);
            }
            if (changes.members().size() >= MEMBERS_AT_ONCE) {
                write(session, changes);
                changes = new Changes();
                progress.run();
            }
        }
        write(session, changes);
        sweptThrough = today;
        metrics.count(members);
    }

    /** As precise as the database keeps it, so that memory and what is stored never differ. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(Session session, Changes changes) throws JsonProcessingException {
        if (changes.isEmpty()) {
            return;
        }
        changeStore.save(session, changes);
        members.put(changes.members());
        if (changes.anyTold()) {
            relay.nudge();
        }
    }
}
