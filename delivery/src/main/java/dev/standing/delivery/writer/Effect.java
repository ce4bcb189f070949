package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
import java.util.List;

/**
 * What came of a batch.
 *
 * @param deadLetters notes of the messages that cannot be read; sent before the positions move past them
 * @param committed run once the transaction is committed; what it throws ends the term. A crash may come between the two, so
 *     what must be said in any case is said again by {@link Handler#load}
 */
public record Effect(List<DeadLetter> deadLetters, Runnable committed) {
    /** Of nothing. */
    static final Effect NONE = new Effect(List.of(), () -> {});

    public Effect {
        deadLetters = List.copyOf(deadLetters);
    }
}
