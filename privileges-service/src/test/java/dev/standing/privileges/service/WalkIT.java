package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner asks of all that waits for an endpoint, or did, keeps nobody waiting, however much that is. */
@QuarkusTest
class WalkIT {
    private static final int MANY = 20_000;
    private static final String SINCE_EVER = "{\"since\":\"2020-01-01T00:00:00Z\"}";

    private final Wire wire = new Wire();
    private final Bench bench = new Bench();
    private final Shop large;
    private final Shop small;
    private final String crowd = "crowd-" + UUID.randomUUID();

    WalkIT() throws IOException {
        large = new Shop();
        small = new Shop();
    }

    @AfterEach
    void close() {
        large.close();
        small.close();
        bench.close();
        wire.close();
    }

    private String member(int number) {
        return "%s-%05d".formatted(crowd, number);
    }

    /** An endpoint that is off, of a partner that was told of many members, and by whom this has an event behind it or failing. */
    private String fill(int many, boolean failing) {
        String endpoint = large.join();
        patch(endpoint, "disabled");
        String members = " from (select '" + crowd + "-' || lpad(n::text, 5, '0') as member from generate_series(1, "
                + many + ") n) m";
        bench.execute("insert into privileges.webhook_tally (partner, member, last) select '" + large.partner
                + "', member, 1" + members);
        bench.execute("insert into privileges.webhook_event (partner, member, sequence, id, type, body, at) select '"
                + large.partner + "', member, 1, 'msg-' || member, 'score.changed', '{}', now() - interval '1 hour'"
                + members);
        bench.execute("insert into privileges.webhook_lane (endpoint, member, done, last, due, attempts, failing_since)"
                + " select '" + endpoint + "', member, "
                + (failing
                        ? "0, 1, now() + interval '5 hours', 14, now() - interval '4 days'"
                        : "1, 1, null::timestamptz, 0, null::timestamptz")
                + members);
        bench.execute("insert into privileges.webhook_delivery (endpoint, event, type, attempt, at, millis) select '"
                + endpoint + "', 'msg-' || member, 'score.changed', 1, now(), 1" + members);
        bench.execute(
                "analyze privileges.webhook_lane; analyze privileges.webhook_event; analyze privileges.webhook_tally");
        return endpoint;
    }

    private int ask(String endpoint, String what) {
        String path = "/v1/webhooks/" + endpoint;
        return switch (what) {
            case "replay" -> large.as().body(SINCE_EVER).post(path + "/replay").statusCode();
            case "delete" -> large.as().delete(path).statusCode();
            default ->
                large.as().body("{\"state\":\"" + what + "\"}").patch(path).statusCode();
        };
    }

    private void patch(String endpoint, String state) {
        assertThat(ask(endpoint, state)).isEqualTo(200);
    }

    private long lanes(String endpoint, String where) {
        return bench.number(
                "select count(*) from privileges.webhook_lane where endpoint = '" + endpoint + "' and " + where);
    }

    private void tellBothOf(String member, int score) throws Exception {
        wire.consent(member, large.partner, 1, true);
        wire.consent(member, small.partner, 1, true);
        wire.score(member, 1, score);
        Bench.await("another partner is told", () -> !small.of(member).isEmpty());
    }

    @Test
    void aReplayMaySpeakOfATimeBeforeAnyThatADatabaseKnows() {
        String endpoint = large.join();

        assertThat(large.as()
                        .body("{\"since\":\"0000-01-01T00:00:00Z\"}")
                        .post("/v1/webhooks/" + endpoint + "/replay")
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "active", "delete"})
    void whoeverHoldsUpWhatOnePartnerAskedForHoldsUpNobodyElse(String what) throws Exception {
        small.join();
        String endpoint = fill(MANY, what.equals("active"));
        String done =
                switch (what) {
                    case "replay" -> "done = 0 and due <= now()";
                    case "active" -> "attempts = 0 and failing_since is null";
                    default -> "false";
                };

        CompletableFuture<Integer> asked;
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from privileges.webhook_lane where endpoint = '" + endpoint + "' and member = '"
                    + member(MANY / 2) + "' for update");

            asked = CompletableFuture.supplyAsync(() -> ask(endpoint, what));
            // One whose lane is gone by before the one that is held, and one whose lane is new.
            tellBothOf(member(3), 655);
            tellBothOf(crowd, 655);
            assertThat(asked.get(10, TimeUnit.SECONDS)).isBetween(200, 204);
            if (what.equals("delete")) {
                assertThat(large.as().get("/v1/webhooks/" + endpoint).statusCode())
                        .isEqualTo(404);
                assertThat(large.as().get("/v1/webhooks").jsonPath().getList("$"))
                        .isEmpty();
                Bench.await("some are gone", () -> lanes(endpoint, "true") < MANY - 1_000);
            } else {
                Bench.await("some are done", () -> lanes(endpoint, done) > 1_000);
            }
            assertThat(lanes(endpoint, "true")).isGreaterThan(MANY / 4);
            other.rollback();
        }

        Bench.await(
                "it is gone through",
                () -> bench.number("select count(*) from privileges.webhook_walk where endpoint = '" + endpoint + "'")
                        == 0);
        if (what.equals("delete")) {
            assertThat(lanes(endpoint, "true")).isZero();
            assertThat(bench.number("select count(*) from privileges.webhook where id = '" + endpoint + "'"))
                    .isZero();
        } else {
            assertThat(lanes(endpoint, "not (" + done + ") and member > '" + member(5) + "'"))
                    .isZero();
            assertThat(lanes(endpoint, "member > '" + member(5) + "'")).isEqualTo(MANY - 5);
            ask(endpoint, "delete");
        }
    }

    @Test
    void whatOnePartnerDoesToItsEndpointHoldsUpNobodyElseWhenItHangs() throws Exception {
        small.join();
        String endpoint = large.join();
        patch(endpoint, "disabled");
        CompletableFuture<Integer> asked;
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into privileges.webhook_walk (endpoint) values ('" + endpoint + "')"
                    + " on conflict (endpoint) do update set member = ''");
            asked = CompletableFuture.supplyAsync(() -> ask(endpoint, "active"));
            Bench.await(
                    "it has the endpoint",
                    () -> bench.number("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            > 0);

            tellBothOf(crowd, 655);
            other.rollback();
        }
        assertThat(asked.get(30, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void whoeverLocksManyLanesDoesSoInTheSameOrder() throws Exception {
        String endpoint = fill(6_000, false);
        bench.execute(
                "insert into privileges.consent (member, partner, version, granted) select member, partner, 1, true"
                        + " from privileges.webhook_tally where partner = '" + large.partner + "'");
        String deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
        long before = bench.number(deadlocks);
        ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<String> each :
                    List.of(List.of("replay"), List.of("replay"), List.of("replay"), List.of("active", "disabled"))) {
                callers.execute(() -> {
                    while (System.nanoTime() < end) {
                        each.forEach(what -> statuses.add(ask(endpoint, what)));
                    }
                });
            }
            while (System.nanoTime() < end) {
                bench.execute("insert into privileges.happening (type, member, partner, content, at)"
                        + " select 'score.changed', member, null, '{}', now() from privileges.webhook_tally"
                        + " where partner = '" + large.partner + "' order by random() limit 1000");
            }
        }

        assertThat(statuses).isNotEmpty().containsOnly(200, 202);
        assertThat(ask(endpoint, "delete")).isEqualTo(204);
        Bench.await("what happened is handed on", () -> bench.number("select count(*) from privileges.happening") == 0);
        assertThat(bench.number(deadlocks)).isEqualTo(before);
    }

    /** It waits for those who were writing when it was committed, and nobody who writes waits for it. */
    @Test
    void whoRegistersHoldsUpNobodyWhoWrites() throws Exception {
        String write =
                "insert into privileges.happening (type, member, content, at) values ('score.changed', 'nobody', '{}', now())";
        CompletableFuture<?> registered;
        try (Connection before = connect();
                Statement earlier = before.createStatement();
                Connection after = connect();
                Statement later = after.createStatement()) {
            before.setAutoCommit(false);
            after.setAutoCommit(false);
            earlier.execute(write);
            registered = CompletableFuture.supplyAsync(() -> large.register("[\"score.changed\"]"));
            Bench.await(
                    "it is committed",
                    () -> bench.number(
                                    "select count(*) from privileges.webhook where partner = '" + large.partner + "'")
                            == 1);
            Thread.sleep(500);

            later.execute("set local lock_timeout = '2s'");
            later.execute(write);
            assertThat(registered).isNotDone();
            before.rollback();
            registered.get(5, TimeUnit.SECONDS);
            after.rollback();
        }
    }

    private static Connection connect() throws SQLException {
        TestStack stack = TestStack.get();
        return DriverManager.getConnection(stack.jdbcUrl(), "postgres", stack.password());
    }
}
