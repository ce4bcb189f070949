package dev.standing.web.fairuse;

import dev.standing.contracts.identity.Ids;
import java.util.Arrays;
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

    /**
     * The limits that are set.
     *
     * @throws IllegalArgumentException where one of a single partner is not of the form that the setting names
     */
    Limits(FairUseConfig config) {
        usual.put(RouteClass.READS, config.reads());
        usual.put(RouteClass.WRITES, config.writes());
        usual.put(RouteClass.BULKS, config.bulks());
        config.partners().orElse(List.of()).forEach(this::add);
    }

    /** An id may have a colon in it: the two last ones part. */
    private void add(String text) {
        int second = text.lastIndexOf(':');
        int first = text.lastIndexOf(':', second - 1);
        String partner = first < 0 ? "" : text.substring(0, first).strip();
        try {
            String label = text.substring(Math.max(0, first) + 1, Math.max(0, second));
            int calls = Integer.parseInt(text.substring(second + 1).strip());
            RouteClass of = Arrays.stream(RouteClass.values())
                    .filter(each -> each.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> refused(text));
            if (calls < 1 || !Ids.isId(partner)) {
                throw refused(text);
            }
            own.put(new Place("partner " + partner, of), calls);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("The setting standing.fair-use.partners has '" + text
                + "'; allowed: PARTNER:CLASS:CALLS, CLASS one of reads, writes, bulks, CALLS 1 or more a second");
    }

    int of(Place place) {
        Integer calls = own.get(place);
        return calls != null ? calls : Objects.requireNonNull(usual.get(place.of()));
    }
}
