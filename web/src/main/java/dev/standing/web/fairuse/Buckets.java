package dev.standing.web.fairuse;

import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.standing.web.cache.Caches;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket for each partner and class: it holds what may come in two seconds and fills evenly. One that was not asked for a while is
 * full, and forgotten. Thread-safe, and nobody waits for anybody.
 */
final class Buckets {
    private static final int SECONDS = 2;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Limits limits;
    private final LoadingCache<Limits.Place, Bucket> buckets;

    Buckets(Limits limits, TimeMeter time) {
        this.limits = limits;
        this.buckets = Caches.whileAskedFor(KEPT, MOST).build(place -> bucket(limits.of(place), time));
    }

    private static Bucket bucket(int calls, TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity((long) SECONDS * calls).refillGreedy(calls, Duration.ofSeconds(1)))
                .build();
    }

    /** Takes one call, where there is one. */
    Allowance take(Limits.Place place) {
        ConsumptionProbe probe = buckets.get(place).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                place.of(),
                (long) SECONDS * limits.of(place),
                SECONDS,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }
}
