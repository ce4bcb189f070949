package dev.standing.scoring.community;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.scoring.scorecard.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, in memory: members by name, and the engine that holds their scores at the fixed point. One writer; whatever
 * goes wrong with a batch, the whole is dropped and read again from the database.
 */
public final class Community {
    private final InfluenceEngine engine;
    private final Places places;
    private final int neutralBase;
    private final Names names;
    private final MemberRows rows;
    /** Whether it is known of everybody that their score is published. */
    private boolean compared;

    private Basis basis;
    private Set<String> discounted = Set.of();

    /**
     * Nobody yet.
     *
     * @param places where members' steps begin
     * @param neutralBase the base score of a member without records
     * @param basis what everybody is brought to, once {@link #moveTo} has said the partners too
     */
    public Community(InfluenceEngine engine, Places places, int neutralBase, Basis basis) {
        this(engine, places, neutralBase, basis, new Names(), new MemberRows());
        compared = true;
    }

    /** Of whoever the engine has already, with their names and rows. */
    Community(InfluenceEngine engine, Places places, int neutralBase, Basis basis, Names names, MemberRows rows) {
        this.names = names;
        this.rows = rows;
        this.engine = engine;
        this.places = places;
        this.neutralBase = neutralBase;
        this.basis = basis;
    }

    public InfluenceEngine engine() {
        return engine;
    }

    /** What everybody is brought to; who was read before stands on an earlier one until then. */
    public Basis basis() {
        return basis;
    }

    /** The earliest day that anybody stands on; without anybody, that of the basis. */
    public int earliestDay() {
        return IntStream.range(0, size())
                .map(id -> rows.standsOn(id, basis.day()))
                .reduce(basis.day(), Math::min);
    }

    /** The partners whose evidence is discounted on the basis. */
    public Set<String> discounted() {
        return discounted;
    }

    /**
     * From now on everybody is brought to that, of a day that is not before the last one's.
     *
     * @param partners those whose evidence is discounted on it
     */
    public void moveTo(Basis later, Set<String> partners) {
        basis = later;
        discounted = Set.copyOf(partners);
        engine.advanceTo(later.day());
    }

    /** How many members there are; their ids are 0 to one less. */
    public int size() {
        return rows.size();
    }

    public Member member(int id) {
        return new Member(names, rows, Objects.checkIndex(id, size()));
    }

    /** Ids of those who do not stand on the basis; walks over all members. */
    public int[] idsOfThoseLeft() {
        return rows.notOn(basis);
    }

    public @Nullable Member find(String name) {
        int id = names.find(name);
        return id == Names.NONE ? null : member(id);
    }

    /** Has somebody join of whom nobody heard before. */
    public Member join(String name) {
        MemberState state = MemberState.ofNobody(neutralBase, basis);
        int id = engine.join(state.base(), places.of(name));
        if (names.add(name) != id || rows.add(state) != id) {
            throw new IllegalStateException("names, rows and engine count members alike");
        }
        return member(id);
    }

    /**
     * Takes over a new reading of a member's activity, on the basis; the engine hears of it.
     *
     * @param until the first later day on which the same activity may be read otherwise
     * @return whether it is another than the last
     */
    public boolean take(Member member, Evaluation evaluation, int until) {
        int before = member.base();
        boolean another = member.take(evaluation, basis, until);
        if (member.base() != before) {
            engine.changeBase(member.id, member.base());
        }
        return another;
    }

    /**
     * Brings scores over ties to rest and says whose score in whole points is not what it was; the first time after everybody was read, whose it is
     * not that was published.
     */
    public List<Member> settle() {
        int[] changed = engine.commit().changedMembers();
        if (!compared) {
            changed = rows.notPublishedAs(engine::roundedScore);
            compared = true;
        }
        List<Member> moved = new ArrayList<>();
        for (int id : changed) {
            moved.add(member(id));
        }
        return moved;
    }

    /** The member's score at rest, in whole points. */
    public int score(Member member) {
        return engine.roundedScore(member.id);
    }
}
