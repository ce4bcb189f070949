package dev.standing.privileges.receipts;

import dev.standing.contracts.identity.MemberId;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.StoredDimensions;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of a member: the last score, whole, which memory does not have, and the tiers that they hold. */
@Singleton
class KnownReader {
    private static final String SCORE =
            "select score, band, scorecard, dimensions::text from privileges.member where member = $1";

    private final Pool pool;
    private final PerkPolicy policy;
    private final Members members;

    KnownReader(Pool pool, PerkPolicy policy, Members members) {
        this.pool = pool;
        this.policy = policy;
        this.members = members;
    }

    /** Fails with 409 where there is no score yet, and with 503 where there is one and memory does not have its member yet, as after a start. */
    Uni<Known> of(MemberId member) {
        return pool.preparedQuery(SCORE).execute(Tuple.of(member.value())).map(rows -> {
            RowIterator<Row> row = rows.iterator();
            if (!row.hasNext()) {
                throw ProblemException.conflict("no-score", "There is no score yet, so there is nothing to prove");
            }
            return known(row.next(), members.get(member.value()));
        });
    }

    private Known known(Row row, Member member) {
        if (member.sequence() == 0) {
            throw ProblemException.unavailable("What the member holds is not read yet; try again in a moment");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("score", row.getInteger(0).longValue());
        all.put("band", row.getString(1));
        all.put("scorecard", row.getString(2));
        StoredDimensions.read(row.getString(3))
                .byName()
                .forEach((name, points) -> all.put("dimensions." + name, (long) points));
        policy.perks().forEach(perk -> all.put("perks." + perk.name(), tier(perk, member)));
        return new Known(all);
    }

    /** As a check would answer: an end that has come is none before it is judged, for a dispute may keep it back. */
    private static String tier(Perk perk, Member member) {
        return perk.tier(member.privileges().get(perk.index()).tier()).name();
    }
}
