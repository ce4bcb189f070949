package dev.standing.web.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * The beginnings of all caches. For each combination of bounds Caffeine finds two classes by their names, which are not in a native
 * executable unless they are registered; the platform registers some. So the combinations are here, with the classes of each.
 */
@RegisterForReflection(
        classNames = {
            "com.github.benmanes.caffeine.cache.SSMSA",
            "com.github.benmanes.caffeine.cache.PSAMS",
            "com.github.benmanes.caffeine.cache.SSMSW",
            "com.github.benmanes.caffeine.cache.PSWMS",
            "com.github.benmanes.caffeine.cache.SSMSAW",
            "com.github.benmanes.caffeine.cache.PSAWMS"
        })
public final class Caches {
    private Caches() {}

    /** Of so many at most, each forgotten when nobody asked for it for so long. */
    public static Caffeine<Object, Object> whileAskedFor(Duration kept, int most) {
        return Caffeine.newBuilder().expireAfterAccess(kept).maximumSize(most);
    }

    /** Of so many at most, each forgotten so long after it was put in. */
    public static Caffeine<Object, Object> forSoLong(Duration kept, int most) {
        return Caffeine.newBuilder().expireAfterWrite(kept).maximumSize(most);
    }

    /** Of so many at most, each forgotten at a time of its own. */
    public static <K, V> Caffeine<K, V> untilItsTime(Expiry<K, V> expiry, int most) {
        return Caffeine.newBuilder().expireAfter(expiry).maximumSize(most);
    }
}
