package dev.standing.privileges.webhooks.endpoints;

import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.cache.Caches;
import dev.standing.web.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Bounds how often a partner has somebody challenged: until it is met, nobody knows whether whoever is at that address wants it. Counted by
 * each process.
 */
@Singleton
final class Challenging {
    private static final int MOST_A_MINUTE = 20;
    private static final int MOST_PARTNERS = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoadingCache<PartnerId, Bucket> buckets = Caches.whileAskedFor(MINUTE, MOST_PARTNERS)
            .build(partner -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(MOST_A_MINUTE).refillGreedy(MOST_A_MINUTE, MINUTE))
                    .build());

    /**
     * Counts one more.
     *
     * @throws ProblemException 429 where the partner had too many lately
     */
    void count(PartnerId partner) {
        ConsumptionProbe probe = buckets.get(partner).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ProblemException.tooOften(
                    "A partner may ask for " + MOST_A_MINUTE + " challenges a minute",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
