package dev.standing.scoring.intake;

/** A message that can never be applied. The text says why and holds nothing of the content. */
final class Poison extends Exception {
    private static final long serialVersionUID = 1L;

    Poison(String reason) {
        super(reason);
    }
}
