package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;

/**
 * A tie that both sides agreed to elsewhere.
 *
 * @param weight over 0, at most 1
 * @param evidence where the word of both can be found
 */
public record Agreement(MemberId one, MemberId other, double weight, String evidence) {
    Pair pair() {
        return Pair.of(one, other);
    }
}
