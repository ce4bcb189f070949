package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a tie, as pure rules. The version counts what others hear of: that a tie became active, and that an
 * active one was severed.
 *
 * @param next the tie afterwards
 * @param published whether it goes to the journal
 */
record TieTransition(Tie next, boolean published) {

    /** One side asks. It may ask again, with another weight, until the other confirms. */
    static TieTransition ask(@Nullable Tie current, Pair pair, MemberId by, double weight) {
        if (current == null) {
            return silent(new Tie(pair, TieState.PENDING, by, weight, 0));
        }
        return switch (current.state()) {
            case SEVERED -> silent(new Tie(pair, TieState.PENDING, by, weight, current.version()));
            case PENDING -> {
                if (!current.askedBy().equals(by)) {
                    throw ProblemException.conflict(
                            "tie-asked", "The other side has asked already. Maybe confirm it instead");
                }
                yield silent(new Tie(pair, TieState.PENDING, by, weight, current.version()));
            }
            case ACTIVE -> {
                if (current.weight() != weight) {
                    throw ProblemException.conflict(
                            "tie-active", "The tie is active with another weight. Maybe sever it and ask anew");
                }
                yield silent(current);
            }
        };
    }

    /** The side that was asked agrees. */
    static TieTransition confirm(@Nullable Tie current, MemberId by) {
        if (current == null || current.state() == TieState.SEVERED) {
            throw ProblemException.notFound("The tie");
        }
        if (current.state() == TieState.ACTIVE) {
            return silent(current);
        }
        if (current.askedBy().equals(by)) {
            throw ProblemException.conflict("tie-pending", "Only the other side can confirm what this one asked");
        }
        return new TieTransition(current.to(TieState.ACTIVE, current.version() + 1), true);
    }

    /**
     * An import brings that both sides agreed elsewhere, which also settles what one has asked here. What they did here since
     * stands above it.
     */
    static TieTransition bringIn(@Nullable Tie current, Pair pair, double weight) {
        if (current == null) {
            return new TieTransition(new Tie(pair, TieState.ACTIVE, pair.a(), weight, 1), true);
        }
        return switch (current.state()) {
            case PENDING ->
                new TieTransition(
                        new Tie(pair, TieState.ACTIVE, current.askedBy(), weight, current.version() + 1), true);
            case ACTIVE -> {
                if (current.weight() != weight) {
                    throw ProblemException.conflict("tie-active", "The tie is active with another weight");
                }
                yield silent(current);
            }
            case SEVERED ->
                throw ProblemException.conflict("tie-severed", "A member has severed the tie; an import leaves it so");
        };
    }

    /** Either side ends it. One that never was active ends unheard. */
    static TieTransition sever(@Nullable Tie current) {
        if (current == null) {
            throw ProblemException.notFound("The tie");
        }
        return switch (current.state()) {
            case SEVERED -> silent(current);
            case PENDING -> silent(current.to(TieState.SEVERED, current.version()));
            case ACTIVE -> new TieTransition(current.to(TieState.SEVERED, current.version() + 1), true);
        };
    }

    private static TieTransition silent(Tie next) {
        return new TieTransition(next, false);
    }
}
