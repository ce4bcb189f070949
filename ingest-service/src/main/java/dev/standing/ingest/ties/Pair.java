package dev.standing.ingest.ties;

/**
 * Two members in order, for a tie has no direction.
 *
 * @param a the one that sorts first
 */
record Pair(String a, String b) {
    Pair {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a must sort before b");
        }
    }

    static Pair of(String one, String other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    String other(String member) {
        return a.equals(member) ? b : a;
    }
}
