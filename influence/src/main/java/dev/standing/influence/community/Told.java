package dev.standing.influence.community;

/** What members told their friends, to be heard by the thousand in one loop. */
interface Told {
    /** Copies what those told who are named from a place on, to another place. */
    void hear(int[] ids, int from, int[] heard, int at, int arcs);
}
