package dev.standing.benchmarks.services;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Metrics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long nobody leads when a process is killed: from the kill, through the start of the one that the launcher starts in its place, until that
 * one has read everybody and leads; beside the same where there is nobody. Members, ties and consents are written into the database, and scored
 * and granted by the services once, before it is measured.
 */
@Command(
        name = "lead",
        description = "From a kill of scoring and of privileges to the next leader, beside the same of nobody")
public final class LeadBenchmark implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int MEMBERS_AT_ONCE = 500_000;
    /** Numbers are spread over names as identity providers spread them: not in the order of the alphabet. */
    private static final String MEMBERS = """
            insert into scoring.member (member, known, base, history, capacity, behaviour, identity, connections, first_day,
                score, sequence, scorecard, day, discounted, causes, until_day)
            select md5(n::text), true, 441 + n % 300, n % 90, n % 80, n % 70, n % 60, n % 30, e.day - n % 2000,
                null, 0, e.scorecard, e.day, e.discounted, 'PAID-LATE=' || (40 + n % 50) || ' SHORT-TENURE=' || (1 + n % 32), e.day + 30 + n % 300
            from scoring.evaluation e, generate_series(?, ?) n
            """;

    private static final String CONSENTS = """
            insert into scoring.consent (member, purpose, partner, granted, version)
            select md5(n::text), 'social', '', true, 1 from generate_series(?, ?) n
            """;
    private static final String TIES = """
            insert into scoring.tie (a, b, active, weight, version, changed_day)
            select least(a, b), greatest(a, b), true, 1, 1, 20000
            from (select md5(n::text) as a, md5(((n + distance) % ?)::text) as b
                  from generate_series(?, ?) n, unnest(array[1, 7919, 104729]) distance) as pair
            on conflict do nothing
            """;

    @Option(
            names = "--members",
            defaultValue = "1000000",
            description = "with three ties each, default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--heap", defaultValue = "2g", description = "of each service, default ${DEFAULT-VALUE}")
    private String heap = "";

    @Option(names = "--rounds", defaultValue = "3", description = "kills of each, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("lead", portBase, Map.of("STANDING_HEAP", heap))) {
            measure(suite, "nobody");
            fill(suite);
            suite.kill("scoring-service");
            Metrics privileges = new Metrics(suite, Service.PRIVILEGES);
            Await.until(
                    "all are scored and granted",
                    PATIENCE,
                    () -> privileges.sum("standing_privileges_members"),
                    known -> known >= members);
            measure(suite, "%,d members".formatted(members));
        }
    }

    private void fill(Suite suite) {
        try (Connection connection = Databases.connect(suite, "scoring")) {
            for (int from = 0; from < members; from += MEMBERS_AT_ONCE) {
                int to = Math.min(from + MEMBERS_AT_ONCE, members) - 1;
                execute(connection, MEMBERS, from, to);
                execute(connection, CONSENTS, from, to);
                execute(connection, TIES, members, from, to);
            }
            execute(connection, "analyze scoring.member");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql, int... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private void measure(Suite suite, String whom) {
        for (Service service : new Service[] {Service.SCORING, Service.PRIVILEGES}) {
            double[] seconds = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                seconds[round] = untilLed(suite, service);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s of %s: led again after %.1f s, median of %d%n",
                    service.key(),
                    whom,
                    Figures.median(seconds),
                    rounds);
        }
    }

    private static double untilLed(Suite suite, Service service) {
        Metrics metrics = new Metrics(suite, service);
        long start = System.nanoTime();
        suite.kill(service.key() + "-service");
        Await.until(service + " leads", PATIENCE, () -> metrics.sum("standing_writer_leading"), leading -> leading > 0);
        return (System.nanoTime() - start) / 1e9;
    }
}
