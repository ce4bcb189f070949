package dev.standing.scoring.loop;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Session;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.ActivityStore;
import dev.standing.scoring.activity.ActivityStore.Delta;
import dev.standing.scoring.activity.SeenRecords;
import dev.standing.scoring.intake.Batch;
import dev.standing.scoring.member.Cause;
import dev.standing.scoring.member.Community;
import dev.standing.scoring.member.ConsentStore;
import dev.standing.scoring.member.Member;
import dev.standing.scoring.member.MemberStore;
import dev.standing.scoring.member.ScoreChange;
import dev.standing.scoring.member.TieStore;
import dev.standing.scoring.publication.ScoreJournal;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one batch does to the community, to be run inside one transaction. */
final class Scoring {
    private final Session session;
    private final Memory memory;
    private final Scorecard scorecard;
    private final SeenRecords seenRecords;
    private final Instant now;
    private final Community community;
    private final Set<Member> touched = new LinkedHashSet<>();

    Scoring(Session session, Memory memory, Scorecard scorecard, SeenRecords seenRecords, Instant now) {
        this.session = session;
        this.memory = memory;
        this.scorecard = scorecard;
        this.seenRecords = seenRecords;
        this.now = now;
        this.community = memory.community();
    }

    /**
     * What came of a batch.
     *
     * @param effective record events that had an effect
     */
    record Outcome(List<RecordEvent> effective, int baseChanges, int published) {}

    Outcome apply(Batch batch) {
        SeenRecords.Effect records = seenRecords.see(session, batch.records());
        ActivityStore.add(session, records.deltas());
        for (RecordEvent event : records.effective()) {
            Cause cause = event.type() == RecordEvent.Type.ACCEPTED ? Cause.RECORD : Cause.RETRACTION;
            touch(event.member().value(), cause, event.at());
        }
        List<ConsentEvent> consents = ConsentStore.apply(session, batch.consents());
        for (ConsentEvent event : consents) {
            touch(event.member().value(), Cause.CONSENT, event.at()).becomeKnown();
        }
        List<TieStore.Change> ties = TieStore.apply(session, batch.ties());
        ties.forEach(change -> TieStore.tell(community, change));

        touched.addAll(community.unsaved());
        int baseChanges = evaluate(records.deltas(), consents);
        for (ConsentEvent event : consents) {
            if (event.purpose() == Purpose.SOCIAL) {
                community.consentToTies(community.member(event.member().value()), event.granted());
            }
        }
        List<ScoreChange> changes = community.settle(touched, firstCause(records.effective(), consents, ties));
        MemberStore.save(session, community.takeUnsaved(), scorecard.id(), now);
        ScoreJournal.append(session, changes, scorecard, memory.asOfDay(), now);
        return new Outcome(records.effective(), baseChanges, changes.size());
    }

    private Member touch(String name, Cause cause, Instant at) {
        Member member = community.member(name);
        member.touchedBy(cause, at);
        touched.add(member);
        return member;
    }

    private int evaluate(Collection<Delta> deltas, List<ConsentEvent> consents) {
        List<String> missing = bringCacheUpToDate(deltas, consents);
        if (!missing.isEmpty()) {
            Map<String, Set<String>> partners = ConsentStore.partnersOf(session, missing);
            ActivityStore.load(session, missing).forEach((member, activity) -> memory.cache()
                    .put(member, new CountedActivity(activity, partners.getOrDefault(member, Set.of()))));
        }
        int baseChanges = 0;
        for (Member member : touched) {
            CountedActivity activity = memory.cache().get(member.name());
            if (activity == null) {
                // A batch that is larger than the cache.
                activity = load(member.name());
            }
            if (community.take(member, scorecard.evaluate(activity.counted(), memory.asOfDay()), memory.asOfDay())) {
                baseChanges++;
            }
        }
        return baseChanges;
    }

    private CountedActivity load(String member) {
        Set<String> partners = ConsentStore.partnersOf(session, List.of(member)).getOrDefault(member, Set.of());
        return new CountedActivity(
                ActivityStore.load(session, List.of(member)).getOrDefault(member, new Activity()), partners);
    }

    /** What is in the cache gets the changes; what is not is to be read from the database, which has them already. */
    private List<String> bringCacheUpToDate(Collection<Delta> deltas, List<ConsentEvent> consents) {
        List<String> missing = new ArrayList<>();
        for (Member member : touched) {
            if (memory.cache().get(member.name()) == null) {
                missing.add(member.name());
            }
        }
        for (Delta delta : deltas) {
            CountedActivity cached = memory.cache().get(delta.member());
            if (cached != null) {
                cached.activity().add(delta.key(), delta.day(), delta.records(), delta.amountMinor());
            }
        }
        for (ConsentEvent event : consents) {
            CountedActivity cached = memory.cache().get(event.member().value());
            PartnerId partner = event.partner();
            if (cached != null && partner != null) {
                if (event.granted()) {
                    cached.partners().add(partner.value());
                } else {
                    cached.partners().remove(partner.value());
                }
            }
        }
        for (Member member : touched) {
            CountedActivity cached = memory.cache().get(member.name());
            if (cached != null) {
                memory.cache().put(member.name(), cached);
            }
        }
        return missing;
    }

    /** The earliest of the batch: what friends cause is not told apart any further. */
    private Instant firstCause(List<RecordEvent> records, List<ConsentEvent> consents, List<TieStore.Change> ties) {
        Instant first = now;
        for (RecordEvent event : records) {
            first = event.at().isBefore(first) ? event.at() : first;
        }
        for (ConsentEvent event : consents) {
            first = event.at().isBefore(first) ? event.at() : first;
        }
        for (TieStore.Change change : ties) {
            first = change.event().at().isBefore(first) ? change.event().at() : first;
        }
        return first;
    }
}
