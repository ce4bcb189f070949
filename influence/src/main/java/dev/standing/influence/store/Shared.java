package dev.standing.influence.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Longs that other threads see or change too, without a lock: never torn, soon seen. */
final class Shared {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private Shared() {}

    static void set(long[] longs, int at, long value) {
        LONGS.setOpaque(longs, at, value);
    }

    static long get(long[] longs, int at) {
        return (long) LONGS.getOpaque(longs, at);
    }

    static void add(long[] longs, int at, long difference) {
        LONGS.getAndAdd(longs, at, difference);
    }
}
