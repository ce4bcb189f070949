package dev.standing.privileges.receipts.status;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import dev.standing.web.cache.Caches;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Lists as they were within the last second. Anybody may ask for any number, so each list is read and signed once a second at most, however
 * many ask, and of what is no list nothing is asked but, once a second, which is the last.
 *
 * <p>The list behind the last is there too, with no bit set: the first receipt of it can be verified at once, which else would be told for a
 * second that there is no such list.
 */
final class LatelyShown {
    private static final Duration LATELY = Duration.ofSeconds(1);
    private static final int MOST_LISTS = 256;
    private static final Boolean THE_ONE = true;

    private final AsyncLoadingCache<Boolean, Integer> last;
    private final AsyncLoadingCache<Integer, String> tokens;

    /**
     * @param last the number of the last list that has a receipt; -1 where none has
     * @param read signs a list
     */
    LatelyShown(Supplier<Uni<Integer>> last, IntFunction<Uni<String>> read) {
        this.last = Caches.forSoLong(LATELY, 1).buildAsync((_, _) -> last.get().subscribeAsCompletionStage());
        this.tokens = Caches.forSoLong(LATELY, MOST_LISTS)
                .buildAsync((list, _) -> read.apply(list).subscribeAsCompletionStage());
    }

    /** The list's token; null where there is no such list. */
    Uni<String> list(int list) {
        return Uni.createFrom()
                .completionStage(() -> last.get(THE_ONE))
                .chain(known -> list <= known + 1
                        ? Uni.createFrom().completionStage(() -> tokens.get(list))
                        : Uni.createFrom().<String>nullItem());
    }
}
