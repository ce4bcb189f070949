package dev.standing.scoring.community;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.scoring.scorecard.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, in memory: members by name, and the engine that holds their scores at the fixed point. One writer; whatever
 * goes wrong with a batch, the whole is dropped and read again from the database.
 */
public final class Community {
    private final InfluenceEngine engine;
    private final Places places;
    private final MemberState newcomer;
    private final Map<String, Member> byName = new HashMap<>();
    private final List<Member> byEngineId = new ArrayList<>();

    /**
     * Nobody yet.
     *
     * @param places where members' steps begin
     * @param neutralBase the base score of a member without records
     */
    public Community(InfluenceEngine engine, Places places, int neutralBase) {
        this.engine = engine;
        this.places = places;
        this.newcomer = MemberState.ofNobody(neutralBase);
    }

    public InfluenceEngine engine() {
        return engine;
    }

    public List<Member> members() {
        return Collections.unmodifiableList(byEngineId);
    }

    public @Nullable Member find(String name) {
        return byName.get(name);
    }

    /** Has somebody join of whom nobody heard before. */
    public Member join(String name) {
        return join(name, newcomer);
    }

    Member join(String name, MemberState state) {
        Member member = new Member(name, engine.join(state.base(), places.of(name)), state);
        byName.put(name, member);
        byEngineId.add(member);
        return member;
    }

    /**
     * Takes over a new reading of a member's activity, and the engine hears of it.
     *
     * @return whether it is another than the last
     */
    public boolean take(Member member, Evaluation evaluation, int asOfDay) {
        int before = member.base();
        boolean another = member.take(evaluation, asOfDay);
        if (member.base() != before) {
            engine.changeBase(member.engineId, member.base());
        }
        return another;
    }

    /** Brings scores over ties to rest and says whose score in whole points is not what it was. */
    public List<Member> settle() {
        List<Member> moved = new ArrayList<>();
        for (int engineId : engine.commit().changedMembers()) {
            moved.add(byEngineId.get(engineId));
        }
        return moved;
    }

    /** The member's score at rest, in whole points. */
    public int score(Member member) {
        return engine.roundedScore(member.engineId);
    }
}
