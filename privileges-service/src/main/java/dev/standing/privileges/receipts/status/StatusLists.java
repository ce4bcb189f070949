package dev.standing.privileges.receipts.status;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import dev.standing.privileges.receipts.issuer.Issuer;
import dev.standing.privileges.receipts.issuer.ReceiptsConfig;
import dev.standing.receipts.StatusList;
import dev.standing.web.cache.Caches;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;

/** The status lists, signed. Anybody may ask, so each is read and signed once a second at most, however many do. */
@Singleton
public class StatusLists {
    /** Bits of a list: with so many, a bit tells nothing of when its receipt was issued. */
    public static final int SIZE = 1 << 17;

    private static final Duration GOOD = Duration.ofDays(1);
    private static final Duration AS_IT_WAS = Duration.ofSeconds(1);
    private static final int MOST_AT_A_TIME = 16;
    private static final String REVOKED = """
            select exists (select from privileges.receipt where list = $1),
                array(select place from privileges.receipt where list = $1 and revoked_at is not null)
            """;

    private final Pool pool;
    private final Issuer issuer;
    private final Clock clock;
    private final Duration fresh;
    private final AsyncLoadingCache<Integer, String> signed;

    StatusLists(Pool pool, Issuer issuer, Clock clock, ReceiptsConfig config) {
        this.pool = pool;
        this.issuer = issuer;
        this.clock = clock;
        this.fresh = config.statusFresh();
        this.signed = Caches.forSoLong(AS_IT_WAS, MOST_AT_A_TIME)
                .buildAsync((list, _) -> read(list).subscribeAsCompletionStage());
    }

    /** Of a list, as receipts name it. */
    public static String path(int list) {
        return "/v1/receipts/status/" + list;
    }

    public Duration fresh() {
        return fresh;
    }

    /** The list's token; fails with 404 where no receipt is in it. */
    Uni<String> token(int list) {
        return Uni.createFrom().completionStage(() -> signed.get(list));
    }

    private Uni<String> read(int list) {
        return pool.preparedQuery(REVOKED)
                .execute(Tuple.of(list))
                .map(rows -> sign(list, rows.iterator().next()));
    }

    private String sign(int list, Row row) {
        if (!row.getBoolean(0)) {
            throw ProblemException.notFound("The status list");
        }
        BitSet revoked = new BitSet(SIZE);
        for (Integer place : row.getArrayOfIntegers(1)) {
            revoked.set(place);
        }
        URI uri = issuer.address(path(list));
        return StatusList.sign(issuer.keys(), uri, revoked, SIZE, clock.instant(), fresh, GOOD);
    }
}
