package dev.standing.privileges.grants;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.ScoreEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one transaction writes: the last word on each member, and every change in order. */
public final class Changes {
    /** A change with its member and moment. */
    record Entry(String member, Change change, Instant at) {}

    /** A privilege's key. */
    private record Held(String member, int perk) {}

    /** A consent's key. */
    record Grantee(String member, String partner) {}

    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, ScoreEvent> scores = new HashMap<>();
    private final Map<Grantee, Consent> consents = new HashMap<>();
    private final List<Entry> journal = new ArrayList<>();
    private final Map<String, DisputeEvent> disputes = new LinkedHashMap<>();
    private final List<Happening> withdrawals = new ArrayList<>();
    private final List<Happening> contested = new ArrayList<>();
    private final Set<String> withdrawers = new HashSet<>();

    /** The member as changed so far by this batch, or as {@code known} before it. */
    public Member member(String id, Member known) {
        return members.getOrDefault(id, known);
    }

    public void judged(String id, Member member, List<Change> changes, Instant at) {
        members.put(id, member);
        changes.forEach(change -> journal.add(new Entry(id, change, at)));
    }

    public void scored(ScoreEvent score) {
        scores.put(score.member().value(), score);
    }

    public void consented(String id, Member before, Member member, String partner, Consent consent, Instant at) {
        if (before.showsTo(partner) && !consent.granted()) {
            withdrawals.add(Happening.withdrawal(id, partner, at));
            withdrawers.add(id);
        }
        members.put(id, member);
        consents.put(new Grantee(id, partner), consent);
    }

    /** Whether friends count is for scoring to know; that they no longer do is kept, so that it ends things once however often it is heard. */
    public void consentedToSocial(String id, Member before, Consent consent) {
        Member after = consent.granted() ? before : before.with(Consent.SOCIAL, consent);
        if (!after.equals(before)) {
            withdrawers.add(id);
            members.put(id, after);
            consents.put(new Grantee(id, Consent.SOCIAL), consent);
        }
    }

    /** A record was contested, or that was decided. */
    public void disputed(DisputeEvent event, Member member) {
        members.put(event.member().value(), member);
        disputes.put(event.dispute(), event);
        if (event.state() != DisputeEvent.State.REJECTED) {
            contested.add(Happening.of(event));
        }
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether a relay has something to do. */
    public boolean anyTold() {
        return journal.stream().anyMatch(entry -> entry.change().told());
    }

    /** Every member as they are after this batch. */
    public Map<String, Member> members() {
        return members;
    }

    Map<String, ScoreEvent> scores() {
        return scores;
    }

    Map<Grantee, Consent> consents() {
        return consents;
    }

    /** Members who withdrew something. */
    Set<String> withdrawers() {
        return withdrawers;
    }

    List<Happening> withdrawals() {
        return withdrawals;
    }

    /** The last word on each dispute. */
    Collection<DisputeEvent> disputes() {
        return disputes.values();
    }

    /** What the partners whose records are contested should hear of, in order. */
    List<Happening> contested() {
        return contested;
    }

    /** What others should hear of, in order. */
    List<Entry> told() {
        return journal.stream().filter(entry -> entry.change().told()).toList();
    }

    /** The last change of each member's perk, which is what is stored beside the journal. */
    Collection<Entry> last() {
        Map<Held, Entry> last = new LinkedHashMap<>();
        journal.forEach(
                entry -> last.put(new Held(entry.member(), entry.change().perk()), entry));
        return last.values();
    }
}
