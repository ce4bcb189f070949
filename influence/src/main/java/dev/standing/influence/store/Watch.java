package dev.standing.influence.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who has to be decided anew when somebody's score moves: those so near to a cut that it took the scores of others, finer than friends
 * were told, to say on which side they are. Any thread.
 */
public final class Watch {
    private final Map<Integer, Set<Integer>> watchers = new HashMap<>();

    synchronized void add(int watched, int watcher) {
        watchers.computeIfAbsent(watched, w -> new HashSet<>()).add(watcher);
    }

    /** Those who watch the member, who from now on is watched by nobody. */
    synchronized Set<Integer> take(int watched) {
        Set<Integer> taken = watchers.remove(watched);
        return taken == null ? Set.of() : taken;
    }

    synchronized void clear() {
        watchers.clear();
    }
}
