package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;

/**
 * A tie as it stands.
 *
 * @param askedBy who asked last
 * @param weight over 0, at most 1
 * @param version 0 until it first became active
 */
record Tie(Pair pair, TieState state, MemberId askedBy, double weight, long version) {
    Tie to(TieState next, long nextVersion) {
        return new Tie(pair, next, askedBy, weight, nextVersion);
    }
}
