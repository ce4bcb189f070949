package dev.standing.scoring.pipeline;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Feeder;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.ties.TieChange;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Second step: whom the news is about, each with what would be named as the cause of a change; of several the last. Whoever
 * is new has joined when this is there, and the engine has heard of consents and ties.
 */
final class Touched {
    private final Map<Member, Touch> touches = new LinkedHashMap<>();
    private final Set<Member> fresh = new HashSet<>();

    private Touched() {}

    /**
     * What is about to move a member.
     *
     * @param at when it was taken in
     */
    record Touch(Cause cause, Instant at) {}

    static Touched by(News news, Community community) {
        Touched touched = new Touched();
        Feeder feeder = new Feeder(community);
        for (RecordEvent event : news.records().events()) {
            Cause cause = event.type() == RecordEvent.Type.ACCEPTED ? Cause.RECORD : Cause.RETRACTION;
            touched.touch(community, event.member(), cause, event.at());
        }
        for (ConsentEvent event : news.consents()) {
            Member member = touched.touch(community, event.member(), Cause.CONSENT, event.at());
            if (member.becomeKnown()) {
                touched.fresh.add(member);
            }
            feeder.tell(event);
        }
        for (TieChange change : news.ties()) {
            for (MemberId end : List.of(change.event().a(), change.event().b())) {
                if (community.find(end.value()) == null) {
                    touched.touch(
                            community, end, Cause.INFLUENCE, change.event().at());
                }
            }
            feeder.tell(change);
        }
        return touched;
    }

    /** As if there was news about each of them. */
    static Touched by(Function<Member, Touch> touch, Collection<Member> members) {
        Touched touched = new Touched();
        members.forEach(member -> touched.touches.put(member, touch.apply(member)));
        return touched;
    }

    private Member touch(Community community, MemberId id, Cause cause, Instant at) {
        Member known = community.find(id.value());
        Member member = known == null ? community.join(id.value()) : known;
        if (known == null) {
            fresh.add(member);
        }
        touches.put(member, new Touch(cause, at));
        return member;
    }

    /** Whether the member joined or became known now. */
    boolean isFresh(Member member) {
        return fresh.contains(member);
    }

    List<String> names() {
        return touches.keySet().stream().map(Member::name).toList();
    }

    void forEach(BiConsumer<Member, Touch> visitor) {
        touches.forEach(visitor);
    }
}
