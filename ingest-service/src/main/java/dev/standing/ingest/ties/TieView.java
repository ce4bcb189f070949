package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;

/**
 * A tie as one of its members sees it.
 *
 * @param with the other member
 * @param askedBy who asked, so who cannot confirm
 */
public record TieView(MemberId member, MemberId with, TieState state, double weight, MemberId askedBy) {
    static TieView of(Tie tie, MemberId member) {
        return new TieView(member, tie.pair().other(member), tie.state(), tie.weight(), tie.askedBy());
    }
}
