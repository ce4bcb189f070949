package dev.standing.database;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts that come again and again among millions of rows, made once; of those that share a place the last one is kept. Used by one thread. */
final class Words {
    private static final int PLACES = 1 << 10;

    private final @Nullable String[] lately = new String[PLACES];

    String of(byte[] utf8, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + utf8[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        String known = lately[place];
        if (known != null && is(known, utf8, from, to)) {
            return known;
        }
        String word = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        lately[place] = word;
        return word;
    }

    /** Of texts beyond ASCII never. */
    private static boolean is(String known, byte[] utf8, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != utf8[i]) {
                return false;
            }
        }
        return true;
    }
}
