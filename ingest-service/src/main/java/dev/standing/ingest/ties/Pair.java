package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;

/**
 * Two members in order, for a tie has no direction.
 *
 * @param a the one that sorts first
 */
record Pair(MemberId a, MemberId b) {
    Pair {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a must sort before b");
        }
    }

    static Pair of(MemberId one, MemberId other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    MemberId other(MemberId member) {
        return a.equals(member) ? b : a;
    }
}
