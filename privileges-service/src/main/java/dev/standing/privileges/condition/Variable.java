package dev.standing.privileges.condition;

import dev.standing.contracts.score.Band;

/**
 * One input that a condition may name. Each reads as a whole number that rises with what the member earns, so that a
 * threshold and the distance to it mean the same for all of them; a band reads as its rank.
 */
public sealed interface Variable {

    /** What {@link #of} answers where the input is not known of this member. */
    long ABSENT = Long.MIN_VALUE;

    /** The name in a condition. */
    String name();

    /** What one step of it is called. */
    String unit();

    long of(Facts facts);

    /** The value as a document or an answer shows it. */
    default Object shown(long value) {
        return value;
    }

    /** Base + influence. */
    record Score() implements Variable {
        @Override
        public String name() {
            return "score";
        }

        @Override
        public String unit() {
            return "points";
        }

        @Override
        public long of(Facts facts) {
            return facts.score();
        }
    }

    /** What the member's own records earn. */
    record Base() implements Variable {
        @Override
        public String name() {
            return "base";
        }

        @Override
        public String unit() {
            return "points";
        }

        @Override
        public long of(Facts facts) {
            return facts.base();
        }
    }

    /** The band of the score, or of the base alone where the perk may not see the score. */
    record BandRank(boolean ofBase) implements Variable {
        @Override
        public String name() {
            return "band";
        }

        @Override
        public String unit() {
            return "bands";
        }

        @Override
        public long of(Facts facts) {
            return Bands.rank(band(facts));
        }

        Band band(Facts facts) {
            return ofBase ? facts.baseBand() : facts.band();
        }

        @Override
        public Object shown(long value) {
            return Bands.ofRank((int) value).code();
        }
    }

    /** Days since the member's first record. */
    record TenureDays() implements Variable {
        /** What conditions call it. */
        public static final String NAME = "tenureDays";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String unit() {
            return "days";
        }

        @Override
        public long of(Facts facts) {
            return facts.tenureDays();
        }
    }

    /** The points of one dimension of the base. */
    record Dimension(String dimension) implements Variable {
        public static final String PREFIX = "dimensions.";

        @Override
        public String name() {
            return PREFIX + dimension;
        }

        @Override
        public String unit() {
            return "points";
        }

        @Override
        public long of(Facts facts) {
            Integer points = facts.dimensions().byName().get(dimension);
            return points == null ? ABSENT : points;
        }
    }
}
