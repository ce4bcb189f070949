package dev.standing.scoring.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for things of which there are few that many have. Null is one too. For one thread. */
final class Dictionary<T> {
    private static final int NULL = -1;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    /** The same for whatever equals it. */
    int number(@Nullable T thing) {
        if (thing == null) {
            return NULL;
        }
        Integer known = numbers.putIfAbsent(thing, things.size());
        if (known != null) {
            return known;
        }
        things.add(thing);
        return things.size() - 1;
    }

    @Nullable
    T thing(int number) {
        return number == NULL ? null : things.get(number);
    }
}
