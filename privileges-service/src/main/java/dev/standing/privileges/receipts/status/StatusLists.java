package dev.standing.privileges.receipts.status;

import dev.standing.privileges.receipts.issuer.Issuer;
import dev.standing.privileges.receipts.issuer.ReceiptsConfig;
import dev.standing.receipts.StatusList;
import dev.standing.web.patience.Patience;
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

/** The status lists, signed. */
@Singleton
public class StatusLists {
    /** Bits of a list: with so many, a bit tells nothing of when its receipt was issued. */
    public static final int SIZE = 1 << 17;

    private static final Duration GOOD = Duration.ofDays(1);
    private static final String LAST = "select coalesce(max(list), -1) from privileges.receipt";
    private static final String REVOKED =
            "select array(select place from privileges.receipt where list = $1 and revoked_at is not null)";

    private final Pool pool;
    private final Issuer issuer;
    private final Clock clock;
    private final Duration fresh;
    private final LatelyShown shown;

    StatusLists(Pool pool, Issuer issuer, Clock clock, Patience patience, ReceiptsConfig config) {
        this.pool = pool;
        this.issuer = issuer;
        this.clock = clock;
        this.fresh = config.statusFresh();
        // What never comes would be waited for by all who ask later.
        this.shown = new LatelyShown(() -> patience.bound(last()), list -> patience.bound(read(list)));
    }

    /** Of a list, as receipts name it. */
    public static String path(int list) {
        return "/v1/receipts/status/" + list;
    }

    public Duration fresh() {
        return fresh;
    }

    /** The list's token; fails with 404 where there is no such list, and with 503 where nothing signs. */
    Uni<String> token(int list) {
        return Uni.createFrom()
                .item(issuer::keys)
                .chain(_ -> shown.list(list))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("The status list"));
    }

    private Uni<Integer> last() {
        return pool.query(LAST).execute().map(rows -> rows.iterator().next().getInteger(0));
    }

    private Uni<String> read(int list) {
        return pool.preparedQuery(REVOKED)
                .execute(Tuple.of(list))
                .map(rows -> sign(list, rows.iterator().next()));
    }

    private String sign(int list, Row row) {
        BitSet revoked = new BitSet(SIZE);
        for (Integer place : row.getArrayOfIntegers(0)) {
            revoked.set(place);
        }
        URI uri = issuer.address(path(list));
        return StatusList.sign(issuer.keys(), uri, revoked, SIZE, clock.instant(), fresh, GOOD);
    }
}
