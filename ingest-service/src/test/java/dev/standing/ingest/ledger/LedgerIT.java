package dev.standing.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.Community;
import dev.standing.ingest.outcome.OutcomeState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LedgerIT {
    private static final String REFUSED_BY_POSTGRESQL = "a\u0000b";

    @Inject
    Ledger ledger;

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
                new ArrayList<>(ledger.acceptAll(group).await().atMost(Duration.ofMinutes(1)));

        assertThat(outcomes).hasSize(size);
        assertThat(outcomes.get(size / 2)).isEqualTo(OutcomeState.FAILED);
        outcomes.remove(size / 2);
        assertThat(outcomes).allMatch(state -> state == OutcomeState.ACCEPTED);
    }

    private static Submission submission(Community community, String id, String kind) {
        return new Submission(
                new PartnerId(community.partner()), id, community.member(), kind, 0, 0, 5L, "USD", null, "5735", null);
    }
}
