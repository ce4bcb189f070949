package dev.standing.influence.sweep;

import dev.standing.influence.rows.ToldSteps;
import dev.standing.influence.store.Community;

/**
 * The first sweep of a settle without drags. It begins near the bases, and stops looking for bars when what is left makes no
 * difference worth another round: it is not exact, as no sweep but the last has to be. Everybody then tells what it came to, to the
 * nearest step; and it says which ties can ever count, so that the next sweep reads only those.
 *
 * <p>{@link #prepare} all ranges, then let each thread's {@link #forecast} sweep them.
 */
public final class FirstSweep {
    private final Community community;
    private final Reach reach;
    private final ToldSteps begun;
    private final ToldSteps told;
    private final Contenders contenders;

    /** Ranges begin at multiples of so many members. */
    public FirstSweep(Community community, int range) {
        this.community = community;
        this.reach = new Reach(community.terms());
        this.begun = new ToldSteps(community.size());
        this.told = new ToldSteps(community.size());
        this.contenders = new Contenders(community.size(), range);
    }

    /**
     * Takes down where a range of members begins. What they told is of no use any more: it makes room for their bases, with all bits
     * turned where they do not consent, so that the sweep need not ask for their records.
     */
    public void prepare(int from, int to) {
        int[] bases = community.told();
        for (int i = from; i < to; i++) {
            int base = community.base(i);
            begun.set(i, reach.lifted(base));
            bases[i] = community.consents(i) ? base : ~base;
        }
    }

    public Forecast forecast() {
        return new Forecast(community, reach, begun, told, contenders);
    }

    /** For the next sweep, which reads only those ties that can count. */
    public RowsAbreast rows(Distances distances) {
        return new RowsAbreast(community, distances, told, contenders);
    }

    Contenders contenders() {
        return contenders;
    }
}
