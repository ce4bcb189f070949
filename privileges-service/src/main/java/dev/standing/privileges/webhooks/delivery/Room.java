package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.sending.Answer;
import java.util.HashMap;
import java.util.Map;

/**
 * How many deliveries to an endpoint may be on their way: one more for each that arrives, one less for each that is refused, half as many
 * for each without an answer, so that an endpoint that hangs takes one place and not everybody's. Thread-safe.
 */
final class Room {
    /** What an endpoint begins with. */
    static final int USUAL = 4;

    private static final int MOST = 32;

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
    private record Places(int all, int taken) {
        Places with(int more) {
            return new Places(all, taken + more);
        }
    }

    private final Map<String, Places> byEndpoint = new HashMap<>();
    private int taken;

    synchronized void take(String endpoint) {
        taken++;
        byEndpoint.merge(endpoint, new Places(USUAL, 1), (before, one) -> before.with(1));
    }

    synchronized void give(String endpoint, End end) {
        taken--;
        byEndpoint.computeIfPresent(endpoint, (id, before) -> {
            int all = end.placesAfter(before.all());
            int left = before.taken() - 1;
            return left == 0 && all == USUAL ? null : new Places(all, left);
        });
    }

    synchronized int taken() {
        return taken;
    }

    /** How many more each may have, of those that are not as they begin. */
    synchronized Map<String, Integer> left() {
        Map<String, Integer> left = new HashMap<>();
        byEndpoint.forEach((endpoint, places) -> left.put(endpoint, Math.max(0, places.all() - places.taken())));
        return left;
    }
}
