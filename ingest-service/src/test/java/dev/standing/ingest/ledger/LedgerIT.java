package dev.standing.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.Community;
import dev.standing.ingest.outcome.OutcomeState;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LedgerIT {
    private static final String REFUSED_BY_POSTGRESQL = "a\u0000b";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String CONTENTS = """
            select (to_jsonb(l) - array['entry', 'position', 'accepted_at', 'trace'])::text from ingest.ledger l
            where partner = $1 order by position
            """;

    @Inject
    Ledger ledger;

    @Inject
    Pool pool;

    /** Admission lets none through; should one come nevertheless, it fails alone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 300})
    void whatTheDatabaseRefusesFailsAloneAndItsGroupIsCommitted(int size) {
        Community community = Community.create();
        List<Submission> group = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            group.add(submission(community, "r-" + i, i == size / 2 ? REFUSED_BY_POSTGRESQL : "purchase"));
        }

        List<OutcomeState> outcomes =
                new ArrayList<>(ledger.acceptAll(group).await().atMost(PATIENCE));

        assertThat(outcomes).hasSize(size);
        assertThat(outcomes.get(size / 2)).isEqualTo(OutcomeState.FAILED);
        outcomes.remove(size / 2);
        assertThat(outcomes).allMatch(state -> state == OutcomeState.ACCEPTED);
    }

    /** Whoever counts the one undoes it by the other, whichever fields there are. */
    @Test
    void aRetractionRepeatsAllThatTheRecordSaid() {
        Community community = Community.create();
        Submission submission = submission(community, "r-1", "purchase");
        ledger.accept(submission).await().atMost(PATIENCE);
        ledger.retract(submission.partner(), submission.id()).await().atMost(PATIENCE);

        List<String> contents = new ArrayList<>();
        pool.preparedQuery(CONTENTS)
                .execute(Tuple.of(community.partner()))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> contents.add(row.getString(0)));

        assertThat(contents).hasSize(2);
        assertThat(contents.get(1)).isEqualTo(contents.get(0)).contains("purchase", "USD", "5735");
    }

    private static Submission submission(Community community, String id, String kind) {
        return new Submission(
                new PartnerId(community.partner()), id, community.member(), kind, 0, 0, 5L, "USD", null, "5735", null);
    }
}
