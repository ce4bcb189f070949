package dev.standing.scoring.scorecard;

import org.jspecify.annotations.Nullable;

/** Points for a range of values: an attribute of a characteristic, as credit scoring calls it. */
public sealed interface Bin {
    int points();

    boolean holds(long value);

    /** How the bin reads in an explanation. */
    String label();

    /** The bin of those without data. */
    record None(int points) implements Bin {
        @Override
        public boolean holds(long value) {
            return value == Measure.NONE;
        }

        @Override
        public String label() {
            return "no data";
        }
    }

    /**
     * Values from {@code from} to {@code to}, both included.
     *
     * @param to absent in the last bin, which has no end
     */
    record Range(long from, @Nullable Long to, int points) implements Bin {
        @Override
        public boolean holds(long value) {
            return value != Measure.NONE && value >= from && (to == null || value <= to);
        }

        @Override
        public String label() {
            if (to == null) {
                return from + " or more";
            }
            return from == to ? Long.toString(from) : from + " to " + to;
        }
    }
}
