package dev.standing.scoring.member;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.scoring.scorecard.Evaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, in memory: members by name, and the engine that holds their scores at the fixed point. One writer; whatever
 * goes wrong with a batch, the whole is dropped and read again from the database.
 */
public final class Community {
    private final InfluenceEngine engine;
    private final Places places;
    private final int neutralBase;
    private final Map<String, Member> byName = new HashMap<>();
    private final List<Member> byEngineId = new ArrayList<>();
    private final Set<Member> unsaved = new LinkedHashSet<>();

    /**
     * Nobody yet.
     *
     * @param places where members' steps begin
     * @param neutralBase the base score of a member without records
     */
    public Community(InfluenceEngine engine, Places places, int neutralBase) {
        this.engine = engine;
        this.places = places;
        this.neutralBase = neutralBase;
    }

    public InfluenceEngine engine() {
        return engine;
    }

    public int size() {
        return byEngineId.size();
    }

    public Collection<Member> members() {
        return byEngineId;
    }

    public @Nullable Member find(String name) {
        return byName.get(name);
    }

    /** The member of that name, who joins now if nobody heard of them before. */
    public Member member(String name) {
        Member known = byName.get(name);
        if (known != null) {
            return known;
        }
        Member fresh = join(name, neutralBase);
        unsaved.add(fresh);
        return fresh;
    }

    Member join(String name, int base) {
        Member member = new Member(name, engine.join(base, places.of(name)), base);
        byName.put(name, member);
        byEngineId.add(member);
        return member;
    }

    /** Whether the member has not been evaluated or saved since joining. */
    public boolean isUnsaved(Member member) {
        return unsaved.contains(member);
    }

    public Set<Member> unsaved() {
        return unsaved;
    }

    /** Takes over a new reading of a member's activity. */
    public boolean take(Member member, Evaluation evaluation, int asOfDay) {
        boolean baseChanged = member.take(evaluation, asOfDay);
        if (baseChanged) {
            engine.changeBase(member.engineId, member.base);
        }
        if (member.moved) {
            unsaved.add(member);
        }
        return baseChanged;
    }

    public void consentToTies(Member member, boolean granted) {
        if (granted) {
            engine.grantConsent(member.engineId);
        } else {
            engine.withdrawConsent(member.engineId);
        }
    }

    public void tie(Member a, Member b, double weight) {
        engine.tie(a.engineId, b.engineId, weight);
    }

    public void sever(Member a, Member b, int day) {
        engine.sever(a.engineId, b.engineId, day);
    }

    public void remember(Member a, Member b, double weight, int day) {
        engine.remember(a.engineId, b.engineId, weight, day);
    }

    /**
     * Brings scores over ties to rest and says what there is to publish.
     *
     * @param candidates members who were evaluated or became known; friends whom that moves are found here
     * @param batchAt when the batch's first cause was taken in, for changes that friends caused
     */
    public List<ScoreChange> settle(Collection<Member> candidates, Instant batchAt) {
        int[] moved = engine.commit().changedMembers();
        Set<Member> all = new LinkedHashSet<>(candidates);
        for (int engineId : moved) {
            all.add(byEngineId.get(engineId));
        }
        List<ScoreChange> changes = new ArrayList<>();
        for (Member member : all) {
            ScoreChange change = member.publish(engine.roundedScore(member.engineId), batchAt);
            if (change != null) {
                changes.add(change);
                unsaved.add(member);
            }
        }
        return changes;
    }

    /** Members to be written to the database, each once; afterwards none. */
    public List<Member> takeUnsaved() {
        List<Member> members = new ArrayList<>(unsaved);
        unsaved.clear();
        return members;
    }
}
