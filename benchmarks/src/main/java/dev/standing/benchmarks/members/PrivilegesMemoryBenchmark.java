package dev.standing.benchmarks.members;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.benchmarks.measuring.OwnJvm;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.memory.Members;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bytes a member in the memory of privileges-service, and what it takes to look one up; beside a map of the same members as objects. */
@Command(
        name = "privileges-memory",
        description =
                "bytes a member in privileges-service, and ns a look-up, from 10^4 members up; beside a map of objects")
public final class PrivilegesMemoryBenchmark implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SMALLEST = 10_000;
    /** A member takes as much, however many there are. */
    private static final int MOST_OBJECTS = 1_000_000;

    private static final int LOOKED_UP = 1_000_000;
    private static final int ENOUGH_TO_COMPILE = 100_000;
    private static final int ROUNDS = 5;
    private static final int BYTES_AS_OBJECTS = 2_400;
    private static final int BYTES_PACKED = 400;

    @Option(names = "--largest", defaultValue = "1000000", description = "members, default ${DEFAULT-VALUE}")
    private long largest;

    @Override
    public Integer call() {
        long bytes = BYTES_AS_OBJECTS * Math.min(largest, MOST_OBJECTS) + BYTES_PACKED * largest;
        return OwnJvm.with(bytes / 1_000_000 + 400).run(this::measure);
    }

    private void measure() {
        Figures.line("| members | bytes a member as objects | packed | ratio | ns a look-up among objects | packed |");
        Figures.line("| ---: | ---: | ---: | ---: | ---: | ---: |");
        // Once for the compiler.
        packed(ENOUGH_TO_COMPILE);
        objects(ENOUGH_TO_COMPILE);
        for (long members = SMALLEST; members <= largest; members *= 10) {
            Figure packed = packed(members);
            Figure objects = members <= MOST_OBJECTS ? objects(members) : null;
            Figures.line(
                    "| %,d | %s | %.0f | %s | %s | %.0f |",
                    members,
                    objects == null ? "" : "%.0f".formatted(objects.bytes()),
                    packed.bytes(),
                    objects == null ? "" : "%.2f".formatted(packed.bytes() / objects.bytes()),
                    objects == null ? "" : "%.0f".formatted(objects.nanos()),
                    packed.nanos());
        }
    }

    /** What one member takes, and one look-up. */
    private record Figure(double bytes, double nanos) {}

    private static Figure packed(long members) {
        long before = Figures.usedBytes();
        Members packed = new Members();
        for (long n = 0; n < members; n++) {
            packed.put(Map.of(Likely.name(n), Likely.member(n)));
        }
        return new Figure((Figures.usedBytes() - before) / (double) members, nanos(members, packed::find));
    }

    private static Figure objects(long members) {
        long before = Figures.usedBytes();
        Map<String, Member> objects = new ConcurrentHashMap<>();
        for (long n = 0; n < members; n++) {
            objects.put(Likely.name(n), Likely.member(n));
        }
        return new Figure((Figures.usedBytes() - before) / (double) members, nanos(members, objects::get));
    }

    /** Of the processor's, for random members, whose names are there already as a request brings them; the median of some rounds. */
    private static double nanos(long members, Function<String, @Nullable Member> find) {
        List<String> names = new Random(1)
                .longs(Math.min(members, LOOKED_UP), 0, members)
                .mapToObj(Likely::name)
                .collect(Collectors.toList());
        double[] nanos = new double[ROUNDS];
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            for (String name : names) {
                Member member = find.apply(name);
                found += member == null ? 0 : member.sequence();
            }
            nanos[round] = (THREADS.getCurrentThreadCpuTime() - begin) / (double) names.size();
        }
        if (found == 0) {
            throw new IllegalStateException("nobody was found");
        }
        return Figures.median(nanos);
    }
}
