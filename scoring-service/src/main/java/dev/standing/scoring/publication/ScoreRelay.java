package dev.standing.scoring.publication;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.scoring.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * Publishes the journal in the order of positions, at least once: the place reached is written after the broker has all of
 * a page, so a page can be published again, with the same sequences.
 */
public final class ScoreRelay {
    private static final int PAGE = 2_000;

    private final Session session;
    private final Outbound outbound;
    private long reached;

    public ScoreRelay(Session session, Outbound outbound) {
        this.session = session;
        this.outbound = outbound;
        this.reached = session.run("select position from relay where journal = 'score_journal'")
                .iterator()
                .next()
                .getLong(0);
    }

    /**
     * Publishes the next page.
     *
     * @return how many; fewer than a page means that all is published
     */
    public int publish() {
        RowSet<Row> page = session.run(
                "select * from score_journal where position > $1 order by position limit $2", reached, PAGE);
        long last = reached;
        int count = 0;
        for (Row row : page) {
            ScoreEvent event = ScoreJournal.event(row);
            outbound.send(Topics.SCORES, event.member(), event);
            last = row.getLong("position");
            count++;
        }
        if (count > 0) {
            outbound.await();
            session.run("update relay set position = $1 where journal = 'score_journal' and position < $1", last);
            reached = last;
        }
        return count;
    }

    public static boolean isPage(int count) {
        return count == PAGE;
    }
}
