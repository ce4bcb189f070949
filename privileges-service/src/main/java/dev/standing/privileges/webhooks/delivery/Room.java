package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.sending.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many deliveries to an endpoint may be on their way: one more for each that arrives, one less for each that is refused, half as many
 * for each without an answer, so that an endpoint that hangs takes one place and not everybody's. More than the usual it has only of the
 * first half of all places: endpoints that take their time leave the other half to whoever has few. Thread-safe.
 */
final class Room {
    /** What an endpoint begins with. */
    static final int USUAL = 4;

    private static final int MOST = 32;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** What came of a delivery. */
    enum End {
        ARRIVED,
        REFUSED,
        SILENT;

        static End of(Answer answer) {
            if (answer.isTaken()) {
                return ARRIVED;
            }
            return answer.status() == null ? SILENT : REFUSED;
        }

        int placesAfter(int places) {
            return switch (this) {
                case ARRIVED -> Math.min(MOST, places + 1);
                case REFUSED -> Math.max(1, places - 1);
                case SILENT -> Math.max(1, places / 2);
            };
        }
    }

    /** Places an endpoint has, and how many are taken. */
    private record Places(int all, int taken, long usedNanos) {}

    /**
     * What may be taken now.
     *
     * @param most in all
     * @param left how many of an endpoint, of those that are not as they begin
     */
    record Share(int most, Map<String, Integer> left) {}

    private final int places;
    private final LongSupplier nanos;
    private final Map<String, Places> byEndpoint = new HashMap<>();
    private int taken;

    /** {@code places}: of all endpoints together. */
    Room(int places, LongSupplier nanos) {
        this.places = places;
        this.nanos = nanos;
    }

    synchronized void take(String endpoint) {
        taken++;
        Places before = byEndpoint.getOrDefault(endpoint, new Places(USUAL, 0, 0));
        byEndpoint.put(endpoint, new Places(before.all(), before.taken() + 1, nanos.getAsLong()));
    }

    synchronized void give(String endpoint, End end) {
        taken--;
        byEndpoint.computeIfPresent(endpoint, (id, before) -> {
            int all = end.placesAfter(before.all());
            int left = before.taken() - 1;
            return left == 0 && all == USUAL ? null : new Places(all, left, nanos.getAsLong());
        });
    }

    synchronized Share share() {
        forget();
        int ofFirstHalf = places / 2 - taken;
        int bound = ofFirstHalf > 0 ? MOST : USUAL;
        Map<String, Integer> left = new HashMap<>();
        byEndpoint.forEach(
                (endpoint, has) -> left.put(endpoint, Math.max(0, Math.min(bound, has.all()) - has.taken())));
        return new Share(ofFirstHalf > 0 ? ofFirstHalf : places - taken, left);
    }

    /** Endpoints come and go; who was not heard of for so long begins anew. */
    private void forget() {
        long now = nanos.getAsLong();
        byEndpoint.values().removeIf(has -> has.taken() == 0 && now - has.usedNanos() > REMEMBERED.toNanos());
    }
}
