package dev.standing.ingest.ties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ties as they stand, and what changes of them before it is written. Each change finds the one before it, so many can be
 * decided over one reading of the table.
 */
final class TieBook {
    private final Map<Pair, Tie> current = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /** @param ties those that are there already of the pairs that this is about */
    TieBook(List<Tie> ties) {
        ties.forEach(tie -> current.put(tie.pair(), tie));
    }

    /** Moves a tie on, as the rule has it for what is there. */
    Tie move(Pair pair, Function<@Nullable Tie, TieTransition> rule, @Nullable String evidence) {
        Tie before = current.get(pair);
        TieTransition transition = rule.apply(before);
        Tie next = transition.next();
        if (!next.equals(before)) {
            current.put(pair, next);
            changes.add(new Change(next, before == null, transition.published(), evidence));
        }
        return next;
    }

    /** What is to be written. */
    List<Change> changes() {
        return changes;
    }

    /**
     * A tie as it is from now on.
     *
     * @param isNew whether there was none of the pair
     * @param published whether it goes to the journal
     * @param evidence where the word of both can be found, where they did not say it here
     */
    record Change(
            Tie tie,
            boolean isNew,
            boolean published,
            @Nullable String evidence) {}
}
