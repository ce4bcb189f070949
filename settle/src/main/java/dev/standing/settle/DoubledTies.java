package dev.standing.settle;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds the lines of ties that a file has twice. Sorts all of them: only worth it where something is known to be wrong. */
final class DoubledTies {
    private DoubledTies() {}

    static void refuse(Path file, Ties ties, Heading heading, Progress progress) {
        long[] sorted = new long[Math.toIntExact(ties.count())];
        for (int n = 0; n < sorted.length; n++) {
            sorted[n] = ties.pair(n);
        }
        Arrays.sort(sorted);
        Map<Long, Long> firstLines = new HashMap<>();
        for (int n = 1; n < sorted.length; n++) {
            if (sorted[n] == sorted[n - 1]) {
                firstLines.put(sorted[n], 0L);
            }
        }
        Faults faults = new Faults(file);
        long[] read = {0};
        CsvRows.read(file, progress, row -> {
            if (!heading.is(row)) {
                long pair = ties.pair(read[0]++);
                Long first = firstLines.get(pair);
                if (first != null && first == 0) {
                    firstLines.put(pair, row.line());
                } else if (first != null) {
                    faults.add(
                            row.line(),
                            "the tie is on line " + first + " already; allowed: each pair once, either way round");
                }
            }
        });
        faults.refuseIfAny();
    }
}
