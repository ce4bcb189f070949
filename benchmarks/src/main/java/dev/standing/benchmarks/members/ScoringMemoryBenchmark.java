package dev.standing.benchmarks.members;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.benchmarks.measuring.OwnJvm;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.scorecard.Evaluation;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a member takes in scoring-service's memory beside the kernel, ties apart, and beside the plain form: an object a member in a map. */
@Command(
        name = "scoring-memory",
        description = "scoring-service's memory for a member besides the kernel's, beside an object a member in a map")
public final class ScoringMemoryBenchmark implements Callable<Integer> {
    private static final int SMALLEST = 10_000;
    private static final int DAY = 20_000;
    /** So many members are held that what the JVM holds besides hardly shows. */
    private static final int AT_LEAST = 1_000_000;

    private static final int JOIN_AT_ONCE = 10_000;
    private static final int PLAIN_BYTES = 450;
    private static final int CAUSES = 500;

    @Option(names = "--largest", defaultValue = "1000000", description = "members, default ${DEFAULT-VALUE}")
    private int largest;

    /** As it was kept before. */
    @SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"})
    private record Plain(
            String name,
            Basis basis,
            int until,
            boolean known,
            int base,
            int[] points,
            String causes,
            Integer firstDay,
            Integer score,
            long sequence) {}

    @Override
    public Integer call() {
        return OwnJvm.with((long) Math.max(AT_LEAST, largest) * PLAIN_BYTES / 1_000_000 + 400)
                .run(this::measure);
    }

    private void measure() {
        held(2, () -> List.of(plain(SMALLEST), community(SMALLEST)), loadedOnce -> 0);
        Figures.line("| members, ids of 36 characters | plain, bytes a member | scoring-service's | the kernel's |");
        Figures.line("| ---: | ---: | ---: | ---: |");
        for (int members = SMALLEST; members <= largest; members *= 10) {
            int many = members;
            int copies = Math.max(1, AT_LEAST / members);
            long plain = held(copies, () -> plain(many), map -> 0) / copies;
            long[] kernel = new long[1];
            long ours = held(
                            copies,
                            () -> community(many),
                            community -> kernel[0] = community.engine().bytes())
                    / copies;
            Figures.line(
                    "| %,d | %,.0f | %,.0f | %,.0f |",
                    members, plain / (double) members, ours / (double) members, kernel[0] / (double) members);
        }
    }

    private interface Part<T> {
        long bytes(T of);
    }

    /** Bytes of all copies of what is made, less a part of each. */
    private static <T> long held(int copies, Supplier<T> make, Part<T> part) {
        long before = Figures.usedBytes();
        List<T> made = Stream.generate(make).limit(copies).toList();
        try {
            return Figures.usedBytes()
                    - before
                    - made.stream().mapToLong(part::bytes).sum();
        } finally {
            Reference.reachabilityFence(made);
        }
    }

    private static String name(int n) {
        return new UUID(n * 0x9E3779B97F4A7C15L, n * 0xC2B2AE3D27D4EB4FL).toString();
    }

    private static Map<String, Plain> plain(int members) {
        String[] causes = new String[CAUSES];
        for (int i = 0; i < CAUSES; i++) {
            causes[i] = "PAID-LATE=" + i;
        }
        Map<String, Plain> byName = new HashMap<>();
        for (int n = 0; n < members; n++) {
            String name = name(n);
            Basis basis = new Basis(DAY - n % 30, "community/1", "");
            int[] points = {n % 90, n % 80, n % 70, n % 60, n % 30};
            Plain member = new Plain(
                    name,
                    basis,
                    DAY + n % 30,
                    true,
                    500,
                    points,
                    causes[n % CAUSES],
                    DAY - n % 2_000,
                    500 + n % 300,
                    n);
            byName.put(name, member);
        }
        return byName;
    }

    private static Community community(int members) {
        InfluenceEngine engine = InfluenceEngine.create(InfluencePolicy.boostOnly(), 0.5, DAY);
        Community community = new Community(engine, new Places(new byte[] {1}), 441, new Basis(DAY, "community/1", ""));
        for (int n = 0; n < members; n++) {
            Member member = community.join(name(n));
            community.take(member, new Evaluation(500 + n % 300, List.of(), n % 2_000), DAY + n % 30);
            member.becomeKnown();
            member.publish(500, DAY, Cause.RECORD, Instant.EPOCH);
            if (n % JOIN_AT_ONCE == JOIN_AT_ONCE - 1) {
                community.settle();
            }
        }
        community.settle();
        return community;
    }
}
