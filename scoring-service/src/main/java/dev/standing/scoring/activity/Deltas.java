package dev.standing.scoring.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of cells, those of one cell added up as far as a long holds their amount. */
final class Deltas {
    private final Map<Cell, Delta> byCell = new LinkedHashMap<>();
    private final List<Delta> full = new ArrayList<>();

    private record Cell(String member, SeriesKey key, int day) {
        static Cell of(Delta delta) {
            return new Cell(delta.member(), delta.key(), delta.day());
        }
    }

    void add(Delta delta) {
        byCell.merge(Cell.of(delta), delta, this::sum);
    }

    private Delta sum(Delta before, Delta more) {
        if (before.fits(more)) {
            return before.plus(more);
        }
        full.add(before);
        return more;
    }

    /** One for each cell. */
    Collection<Delta> ofEachCell() {
        return Collections.unmodifiableCollection(byCell.values());
    }

    /** What is to be added to those besides. */
    List<Delta> besides() {
        return Collections.unmodifiableList(full);
    }

    /** All of them. */
    List<Delta> all() {
        List<Delta> all = new ArrayList<>(full);
        all.addAll(byCell.values());
        return all;
    }
}
