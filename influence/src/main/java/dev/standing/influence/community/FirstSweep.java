package dev.standing.influence.community;

/**
 * The first sweep of a settle without drags. It begins near the bases, reads them from a byte a member, and stops looking for bars
 * when what is left makes no difference worth another round: it is not exact, as no sweep but the last has to be. Everybody then
 * tells what it came to; and it says which ties can ever count, so that the next sweeps read only those.
 *
 * <p>{@link #prepare} all ranges, {@link #open}, then let each thread's {@link #forecast} sweep them.
 */
public final class FirstSweep {
    private final Community community;
    private final CoarseBases coarse;
    private final Contenders contenders;

    /** Ranges begin at multiples of so many members. */
    public FirstSweep(Community community, int range) {
        this.community = community;
        this.coarse = new CoarseBases(community.terms(), community.size());
        this.contenders = new Contenders(community.size(), range);
    }

    /**
     * Takes down the bases of a range of members. What they told is of no use any more: it makes room for their bases too, with
     * all bits turned where ties do not count, so that the sweep need not ask for their records.
     *
     * @return how many arcs the range has
     */
    public long prepare(int from, int to) {
        int[] told = community.told();
        long arcs = 0;
        int words = 0;
        for (int i = from; i < to; i++) {
            int base = community.base(i);
            int friends = community.ties().live(i);
            coarse.set(i, base);
            told[i] = community.counts(i) ? base : ~base;
            arcs += friends;
            words += Contenders.words(friends);
        }
        contenders.expect(from, words);
        return arcs;
    }

    /** After all ranges are prepared. */
    public void open() {
        contenders.open();
    }

    public Forecast forecast() {
        return new Forecast(community, coarse, contenders);
    }

    public Contenders contenders() {
        return contenders;
    }
}
