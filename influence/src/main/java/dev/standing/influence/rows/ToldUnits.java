package dev.standing.influence.rows;

/** What members told, to the unit. */
public final class ToldUnits implements Told {
    private final int[] told;

    public ToldUnits(int[] told) {
        this.told = told;
    }

    @Override
    public void hear(int[] ids, byte[] weights, int from, int[] heard, int at, int arcs) {
        int[] all = told;
        for (int k = 0; k < arcs; k++) {
            heard[at + k] = all[ids[from + k]];
        }
        Heard.join(heard, at, 0, 1, weights, from, arcs);
    }
}
