package dev.standing.settle;

import dev.standing.influence.input.Checks;
import dev.standing.influence.input.TieSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ties between members whose bases are known; nine bytes each until the engine has them. */
final class Ties implements TieSource {
    private static final int BLOCK = 1 << 16;
    private static final int FULL_WEIGHT = 255;

    private final List<long[]> pairs = new ArrayList<>();
    private final List<byte[]> weights = new ArrayList<>();
    private long count;
    private double largestRounding;

    private Ties() {}

    static Ties read(Path file, Bases bases, Heading heading, Progress progress) {
        Ties ties = new Ties();
        Faults faults = new Faults(file);
        CsvRows.read(file, progress, row -> {
            if (!heading.is(row)) {
                String problem = ties.add(row.fields(), bases);
                if (!problem.isEmpty()) {
                    faults.add(row.line(), problem);
                }
            }
        });
        faults.refuseIfAny();
        return ties;
    }

    /** Says what is wrong with a row, or nothing. */
    private String add(List<String> fields, Bases bases) {
        if (fields.size() < 2 || fields.size() > 3) {
            return Faults.count(fields, "a,b or a,b,weight");
        }
        int a = bases.find(fields.get(0));
        int b = bases.find(fields.get(1));
        if (a == Bases.NOBODY || b == Bases.NOBODY) {
            return (a == Bases.NOBODY ? "the first" : "the second")
                    + " member has no base; allowed: members whom the file of bases names";
        }
        if (a == b) {
            return "a tie of a member to themselves; allowed: two different members";
        }
        try {
            append(a, b, weight(fields));
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
        return "";
    }

    private static double weight(List<String> fields) {
        if (fields.size() == 2 || fields.get(2).isEmpty()) {
            return 1;
        }
        double weight = Numbers.parse("weight", fields.get(2));
        Checks.weight(weight);
        return weight;
    }

    private void append(int a, int b, double weight) {
        int at = (int) (count % BLOCK);
        if (at == 0) {
            pairs.add(new long[BLOCK]);
            weights.add(new byte[BLOCK]);
        }
        pairs.getLast()[at] = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        long steps = Math.max(1, Math.round(weight * FULL_WEIGHT));
        weights.getLast()[at] = (byte) steps;
        largestRounding = Math.max(largestRounding, Math.abs(weight - steps / (double) FULL_WEIGHT));
        count++;
    }

    long count() {
        return count;
    }

    /** How far a weight as it is kept, in steps of 1/255, is from what the file says, at most. */
    double largestRounding() {
        return largestRounding;
    }

    /** Both members of the n-th tie in one number, the same whichever was named first. */
    long pair(long n) {
        return pairs.get((int) (n / BLOCK))[(int) (n % BLOCK)];
    }

    @Override
    public void forEach(TieSink sink) {
        for (long n = 0; n < count; n++) {
            long pair = pair(n);
            int steps = weights.get((int) (n / BLOCK))[(int) (n % BLOCK)] & 255;
            sink.tie((int) (pair >>> 32), (int) pair, steps / (double) FULL_WEIGHT);
        }
    }
}
