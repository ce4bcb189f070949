package dev.standing.influence.rows;

import dev.standing.influence.store.Community;

/** What members told, to the unit, as a community keeps it. */
public final class ToldUnits implements Told {
    private final Community community;

    public ToldUnits(Community community) {
        this.community = community;
    }

    @Override
    public void hear(int[] ids, byte[] weights, int from, int[] heard, int at, int arcs) {
        int[] all = community.told();
        for (int k = 0; k < arcs; k++) {
            heard[at + k] = all[ids[from + k]];
        }
        Heard.join(heard, at, 0, 1, weights, from, arcs);
    }
}
