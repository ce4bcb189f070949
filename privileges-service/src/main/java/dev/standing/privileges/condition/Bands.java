package dev.standing.privileges.condition;

import dev.standing.contracts.score.Band;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bands by the name that documents use. */
final class Bands {
    private static final List<Band> RISING = List.of(Band.values());

    private Bands() {}

    /** 0 for the lowest. */
    static int rank(Band band) {
        return RISING.indexOf(band);
    }

    static Band ofRank(int rank) {
        return RISING.get(rank);
    }

    static @Nullable Band named(String code) {
        for (Band band : RISING) {
            if (band.code().equals(code)) {
                return band;
            }
        }
        return null;
    }

    static String all() {
        return RISING.stream().map(Band::code).collect(Collectors.joining(", "));
    }
}
