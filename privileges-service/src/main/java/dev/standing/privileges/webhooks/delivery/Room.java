package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.sending.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many deliveries to an endpoint may be on their way: one more for each that arrives within a second, one less for each that takes longer, down
 * to the usual, or is refused, half as many for each without an answer, so that an endpoint that hangs takes one place and not everybody's. And
 * never more than a sixth of the places that are free (dynamic thresholds: Choudhury and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998), so
 * that however many endpoints take their time, some are left for who has few. Thread-safe.
 */
final class Room {
    /** What an endpoint begins with. */
    static final int USUAL = 4;

    private static final int MOST = 32;
    private static final int QUICK_MILLIS = 1_000;
    private static final int PART_OF_FREE = 6;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** What came of a delivery. */
    enum End {
        ARRIVED,
        LATE,
        REFUSED,
        SILENT;

        static End of(Answer answer) {
            if (answer.isTaken()) {
                return answer.millis() < QUICK_MILLIS ? ARRIVED : LATE;
            }
            return answer.status() == null ? SILENT : REFUSED;
        }

        int placesAfter(int places) {
            return switch (this) {
                case ARRIVED -> Math.min(MOST, places + 1);
                case LATE -> places > USUAL ? places - 1 : Math.min(USUAL, places + 1);
                case REFUSED -> Math.max(1, places - 1);
                case SILENT -> Math.max(1, places / 2);
            };
        }
    }

    /** Places an endpoint has, and how many are taken. */
    private record Places(int all, int taken, long usedNanos) {}

    /**
     * What may be taken now; more by the next look, if that was taken.
     *
     * @param most in all
     * @param usual how many of an endpoint
     * @param left how many of an endpoint, of those that are not as they begin
     */
    record Share(int most, int usual, Map<String, Integer> left) {}

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
        int free = places - taken;
        int share = free == 0 ? 0 : Math.max(1, free / PART_OF_FREE);
        Map<String, Integer> left = new HashMap<>();
        byEndpoint.forEach(
                (endpoint, has) -> left.put(endpoint, Math.max(0, Math.min(share, has.all()) - has.taken())));
        return new Share(share, Math.min(share, USUAL), left);
    }

    /** Endpoints come and go; who was not heard of for so long begins anew. */
    private void forget() {
        long now = nanos.getAsLong();
        byEndpoint.values().removeIf(has -> has.taken() == 0 && now - has.usedNanos() > REMEMBERED.toNanos());
    }
}
