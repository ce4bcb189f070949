package dev.standing.influence.rows;

/** What members told their friends, to be heard by the thousand in one loop. */
public interface Told {
    /** Copies what those told who are named from a place on, each with the weight of the tie as {@link Heard}, to another place. */
    void hear(int[] ids, byte[] weights, int from, int[] heard, int at, int arcs);
}
