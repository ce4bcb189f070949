package dev.standing.ingest.ties;

import java.util.Locale;

/**
 * A tie as one of its members sees it.
 *
 * @param with the other member
 * @param state {@code pending}, {@code active} or {@code severed}
 * @param askedBy who asked, so who cannot confirm
 */
public record TieView(String member, String with, String state, double weight, String askedBy) {
    static TieView of(Tie tie, String member) {
        return new TieView(
                member,
                tie.pair().other(member),
                tie.state().name().toLowerCase(Locale.ROOT),
                tie.weight(),
                tie.askedBy());
    }
}
