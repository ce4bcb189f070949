package dev.standing.privileges.receipts;

import dev.standing.database.Session;
import dev.standing.privileges.grants.Withdrawals;
import jakarta.inject.Singleton;
import java.util.Collection;

/** What a receipt says may stand on what was withdrawn: none is left that was issued before. */
@Singleton
class EndedByWithdrawal implements Withdrawals {
    private static final String REVOKE = """
            update privileges.receipt set revoked_at = now()
            where member = any($1) and revoked_at is null and expires_at > now()
            """;

    private final ReceiptMetrics metrics;

    EndedByWithdrawal(ReceiptMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void withdrawn(Session session, Collection<String> members) {
        metrics.revoked(
                session.run(REVOKE, (Object) members.toArray(String[]::new)).rowCount());
    }
}
