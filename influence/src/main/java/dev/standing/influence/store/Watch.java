package dev.standing.influence.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has to be decided anew when somebody's score moves: those so near to a cut that it took the scores of others, finer than friends
 * were told, to say on which side they are. Any thread.
 */
final class Watch {
    private static final int[] NOBODY = {};

    private final Map<Integer, int[]> watchers = new HashMap<>();

    synchronized void add(int watched, int watcher) {
        int[] before = watchers.getOrDefault(watched, NOBODY);
        for (int known : before) {
            if (known == watcher) {
                return;
            }
        }
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = watcher;
        watchers.put(watched, after);
    }

    /** Those who watch the member, who from now on is watched by nobody. */
    synchronized int[] take(int watched) {
        int[] taken = watchers.remove(watched);
        return taken == null ? NOBODY : taken;
    }

    synchronized void clear() {
        watchers.clear();
    }
}
