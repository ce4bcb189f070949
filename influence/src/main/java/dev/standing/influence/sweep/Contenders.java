package dev.standing.influence.sweep;

/**
 * What the first sweep of a settle found out for the next: which of a row's ties may ever come to be among the K strongest, as a bit
 * for each, and a bound that the K-th never falls under. The others are never above that bound and need not be read again.
 *
 * <p>By ranges of members, each written by one thread and read by any in the next sweep.
 */
final class Contenders {
    /** Bounds are kept in steps of so many bits: a sixtieth of a point at full weight. */
    private static final int STEP_BITS = 14;

    /** Rows of a range: words of bits from a place on, and bounds from another. */
    static final class Share {
        final long[] words;
        final int firstWord;
        private final char[] bounds;
        private final int firstBound;

        private Share(long[] words, int firstWord, char[] bounds, int firstBound) {
            this.words = words;
            this.firstWord = firstWord;
            this.bounds = bounds;
            this.firstBound = firstBound;
        }

        /** What the K-th of the range's k-th member never falls under, or 0. */
        int bound(int k) {
            return bounds[firstBound + k] << STEP_BITS;
        }

        void bound(int k, int bound) {
            bounds[firstBound + k] = (char) (bound >> STEP_BITS);
        }

        int count(int at, int length) {
            int sum = 0;
            for (int k = at; k < at + length; k++) {
                sum += Long.bitCount(words[k]);
            }
            return sum;
        }
    }

    private final int members;
    private final int range;
    private final Share[] shares;

    /** Ranges begin at multiples of so many members. */
    Contenders(int members, int range) {
        this.members = members;
        this.range = range;
        this.shares = new Share[(members + range - 1) / range];
    }

    /** How many words a row takes. */
    static int words(int arcs) {
        return (arcs + 63) >>> 6;
    }

    /** A bound as it is kept: not higher. */
    static int kept(int bound) {
        return Math.max(0, bound) >> STEP_BITS << STEP_BITS;
    }

    Share of(int from) {
        return shares[from / range];
    }

    /** One thread's room for shares: taken from large arrays, which the collector leaves where they are. */
    final class Room {
        private static final int LARGEST = 1 << 17;

        private long[] words = {};
        private char[] bounds = {};
        private int usedWords;
        private int usedBounds;

        Share share(int from, int newWords) {
            if (words.length - usedWords < newWords) {
                words = new long[Math.max(Math.min(LARGEST, members), newWords)];
                usedWords = 0;
            }
            if (bounds.length - usedBounds < range) {
                bounds = new char[Math.max(Math.min(4 * LARGEST, members), range)];
                usedBounds = 0;
            }
            Share share = new Share(words, usedWords, bounds, usedBounds);
            usedWords += newWords;
            usedBounds += range;
            shares[from / range] = share;
            return share;
        }
    }
}
