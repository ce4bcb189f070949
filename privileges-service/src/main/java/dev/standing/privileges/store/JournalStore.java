package dev.standing.privileges.store;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.PrivilegeEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The journal of changes as an outbox: who holds the row of the relay sends what follows the last position sent. */
@Singleton
public final class JournalStore {
    private static final String LAST = """
            select last_position from privileges.relay where journal = 'privilege_journal' for update skip locked
            """;
    private static final String NEXT = """
            select position, member, perk, tier, since, until, why, at
            from privileges.privilege_journal where position > $1 order by position limit $2
            """;
    private static final String MOVE = """
            update privileges.relay set last_position = $1 where journal = 'privilege_journal'
            """;

    /** Where to send. */
    @FunctionalInterface
    public interface Outlet {
        void send(List<PrivilegeEvent> events) throws Exception;
    }

    /**
     * Sends up to {@code limit} changes in order, and remembers that they are sent. What fails is sent again.
     *
     * @return how many
     */
    public int relay(Session session, int limit, Outlet outlet) throws Exception {
        return session.transaction(() -> {
            RowSet<Row> relay = session.run(LAST, Tuple.tuple());
            if (relay.size() == 0) {
                return 0;
            }
            long last = relay.iterator().next().getLong(0);
            List<PrivilegeEvent> events = new ArrayList<>();
            for (Row row : session.run(NEXT, Tuple.of(last, limit))) {
                events.add(event(row));
            }
            if (!events.isEmpty()) {
                outlet.send(events);
                session.run(MOVE, Tuple.of(events.getLast().sequence()));
            }
            return events.size();
        });
    }

    private static PrivilegeEvent event(Row row) {
        OffsetDateTime until = row.getOffsetDateTime(5);
        return new PrivilegeEvent(
                Event.CURRENT_VERSION,
                row.getString(1),
                row.getLong(0),
                row.getString(2),
                row.getString(3),
                row.getOffsetDateTime(4).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant());
    }
}
