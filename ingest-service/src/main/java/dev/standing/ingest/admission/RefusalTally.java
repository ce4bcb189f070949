package dev.standing.ingest.admission;

import dev.standing.contracts.identity.PartnerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * Refusals that wait to be kept, as numbers: a refused record has no row of its own. Of partners and reasons that wait together there are
 * {@value #MOST} at most; what is new beyond that is lost, and whoever says so told how much. Thread-safe.
 */
final class RefusalTally {
    static final int MOST = 10_000;

    private final Map<Key, Long> waiting = new ConcurrentHashMap<>();
    private final LongConsumer lost;

    /** @param lost told how many refusals found no room */
    RefusalTally(LongConsumer lost) {
        this.lost = lost;
    }

    private record Key(PartnerId partner, RefusalReason reason) {}

    void add(PartnerId partner, RefusalReason reason, long times) {
        Key key = new Key(partner, reason);
        if (waiting.size() < MOST || waiting.containsKey(key)) {
            waiting.merge(key, times, Long::sum);
        } else {
            lost.accept(times);
        }
    }

    /** All that waits, which waits no longer. */
    List<RefusalCount> take() {
        List<RefusalCount> taken = new ArrayList<>();
        waiting.keySet().forEach(key -> {
            Long times = waiting.remove(key);
            if (times != null) {
                taken.add(new RefusalCount(key.partner(), key.reason(), times));
            }
        });
        return taken;
    }

    void giveBack(Collection<RefusalCount> counts) {
        counts.forEach(count -> add(count.partner(), count.reason(), count.times()));
    }
}
