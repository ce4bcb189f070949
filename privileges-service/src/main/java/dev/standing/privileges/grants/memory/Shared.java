package dev.standing.privileges.grants.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Values that many members have alike, each kept once and named by a small number, which stays its own. Nothing is ever taken away: there are
 * as many as policies, scorecards and partners make, not as members do. One thread adds; any thread that was given a number finds its value.
 */
final class Shared<T> {
    private final Map<T, Integer> places = new HashMap<>();
    private volatile Object[] values = new Object[8];

    /** The number of a value, a new one where it has none yet. */
    int placeOf(T value) {
        Integer known = places.get(value);
        if (known != null) {
            return known;
        }
        int place = places.size();
        Object[] now = place < values.length ? values : Arrays.copyOf(values, 2 * values.length);
        now[place] = value;
        // Also where it is the same array: who reads it from here on sees what was put into it.
        values = now;
        places.put(value, place);
        return place;
    }

    @SuppressWarnings("unchecked") // nothing else is put in
    T at(int place) {
        return (T) values[place];
    }
}
