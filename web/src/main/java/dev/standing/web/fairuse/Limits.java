package dev.standing.web.fairuse;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How many calls a second each partner may make of each class. Immutable. */
final class Limits {
    private final Map<RouteClass, Integer> usual = new EnumMap<>(RouteClass.class);
    private final Map<Place, Integer> own = new HashMap<>();

    /** @param partner as {@link dev.standing.web.access.Caller#name()} has it */
    record Place(String partner, RouteClass of) {}

    Limits(FairUseConfig config) {
        usual.put(RouteClass.READS, config.reads());
        usual.put(RouteClass.WRITES, config.writes());
        usual.put(RouteClass.BULKS, config.bulks());
        config.partners()
                .orElse(List.of())
                .forEach(limit -> own.put(new Place("partner " + limit.partner(), limit.of()), limit.calls()));
    }

    int of(Place place) {
        Integer calls = own.get(place);
        return calls != null ? calls : Objects.requireNonNull(usual.get(place.of()));
    }
}
