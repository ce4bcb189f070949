package dev.standing.influence.community;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Standings that one thread writes and any thread reads, without a lock: each is one long, never torn, soon seen. */
public final class Published {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private Published() {}

    static void set(long[] published, int i, long standing) {
        LONGS.setOpaque(published, i, standing);
    }

    public static long get(long[] published, int i) {
        return i >= 0 && i < published.length ? (long) LONGS.getOpaque(published, i) : Standing.NOBODY;
    }
}
