package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pool POOL = Pools.ofTestStack();

    @BeforeEach
    void begin() {
        run("create table scoring.edition (document text primary key, fingerprint text not null)");
    }

    @AfterEach
    void end() {
        run("drop table scoring.edition");
    }

    @AfterAll
    static void close() {
        POOL.closeAndAwait();
    }

    private static void run(String command) {
        try (Session session = Session.open(POOL, PATIENCE)) {
            session.command(command);
        }
    }

    private static void require(int version, String fingerprint) {
        new Editions(List.of(
                        new Edition("influence policy community/1", "influence.yaml", "same"),
                        new Edition("scorecard community/" + version, "card.yaml", fingerprint)))
                .require(POOL, "scoring", PATIENCE);
    }

    @Test
    void whatHasChangedUnderItsVersionIsRefusedByNameAndFile() {
        require(1, "one");
        require(1, "one");

        assertThatThrownBy(() -> require(1, "other"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The scorecard community/1 (card.yaml) has changed")
                .hasMessageEndingWith("or the changed one with a higher version");
        require(2, "other");
        require(1, "one");
    }
}
