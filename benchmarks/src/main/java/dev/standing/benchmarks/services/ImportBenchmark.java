package dev.standing.benchmarks.services;

import dev.standing.stack.Suite;
import java.util.Locale;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Both imports beside what PostgreSQL alone takes through COPY of the same rows into the same form of tables: by a whole suite that
 * digests what comes in, then with ingest, PostgreSQL and Kafka alone, then the same files once more.
 */
@Command(
        name = "import",
        description = "POST /v1/imports/members and /v1/imports/ties, beside COPY of the same rows by PostgreSQL alone")
public final class ImportBenchmark implements Runnable {
    @Option(names = "--members", defaultValue = "200000", description = "members a round, default ${DEFAULT-VALUE}")
    private long members;

    @Option(names = "--ties-each", defaultValue = "3", description = "ties a member begins, default ${DEFAULT-VALUE}")
    private long tiesEach;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds of each kind, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("import", portBase)) {
            Importing warmUp = new Importing(suite, "w-");
            warmUp.members(members / 2, "created");
            warmUp.ties(members / 2, "created");
            measure(suite, "whole suite", "s");
            suite.freeze("scoring-service");
            suite.freeze("privileges-service");
            String last = measure(suite, "ingest alone", "a");
            Importing again = new Importing(suite, last);
            for (int round = 1; round <= rounds; round++) {
                System.out.printf(
                        Locale.ROOT,
                        "round %d: the same again, %,.0f members/s and %,.0f ties/s%n",
                        round,
                        again.members(members, "known"),
                        again.ties(members, "known"));
            }
        }
    }

    /** Says the figures, and how the ids of the last round begin. */
    private String measure(Suite suite, String where, String prefix) {
        CopyBaseline baseline = new CopyBaseline(suite);
        Rounds ofMembers = new Rounds("members/s", rounds);
        Rounds ofTies = new Rounds("ties/s", rounds);
        String run = "";
        for (int round = 0; round < rounds; round++) {
            run = prefix + round + "-";
            Importing importing = new Importing(suite, run);
            double memberLines = importing.members(members, "created");
            ofMembers.add(memberLines, members / baseline.seconds(5 * members, rowsOfMembers(run)));
            double tieLines = importing.ties(members, "created");
            ofTies.add(tieLines, tiesEach * members / baseline.seconds(2 * tiesEach * members, rowsOfTies(run)));
        }
        ofMembers.conclude("members, " + where, "COPY");
        ofTies.conclude("ties, " + where, "COPY");
        return run;
    }

    private static CopyBaseline.Rows[] rowsOfMembers(String run) {
        String like = " like '" + run + "%'";
        return new CopyBaseline.Rows[] {
            new CopyBaseline.Rows("member", "id, joined_at", "id" + like),
            new CopyBaseline.Rows(
                    "consent", "member, purpose, partner, version, granted, evidence, changed_at", "member" + like),
            new CopyBaseline.Rows(
                    "consent_journal", "member, purpose, partner, version, granted, evidence, at", "member" + like)
        };
    }

    private static CopyBaseline.Rows[] rowsOfTies(String run) {
        String like = "a like '" + run + "%'";
        return new CopyBaseline.Rows[] {
            new CopyBaseline.Rows("tie", "a, b, state, asked_by, weight, version, changed_at", like),
            new CopyBaseline.Rows("tie_journal", "a, b, state, weight, version, evidence, at", like)
        };
    }

    /** The files of one round: members whose ids begin alike, in no order, each with two permissions, and ties among them. */
    private final class Importing {
        private final LineLoad ofMembers;
        private final LineLoad ofTies;
        private final String prefix;

        Importing(Suite suite, String prefix) {
            String token = suite.command("token", "operator");
            ofMembers = new LineLoad(suite, "/v1/imports/members", token);
            ofTies = new LineLoad(suite, "/v1/imports/ties", token);
            this.prefix = prefix;
        }

        double members(long count, String good) {
            return ofMembers.perSecond(
                    count,
                    n -> "{\"member\":\"" + id(n)
                            + "\",\"recordConsents\":[\"bench\"],\"social\":true,\"evidence\":\"form " + n + "\"}",
                    good);
        }

        /** Everybody's to those who come 1, 7,920, 15,839 … after them. */
        double ties(long count, String good) {
            LongFunction<String> tie = n -> "{\"a\":\"" + id(n / tiesEach) + "\",\"b\":\""
                    + id((n / tiesEach + 1 + n % tiesEach * 7919) % count) + "\",\"weight\":0.5,\"evidence\":\"form "
                    + n + "\"}";
            return ofTies.perSecond(count * tiesEach, tie, good);
        }

        /** The bits of the number scattered, so that the ids come in no order, as those of an identity provider. */
        private String id(long n) {
            return prefix + Long.toUnsignedString(n * 0x9E3779B97F4A7C15L, 36);
        }
    }
}
