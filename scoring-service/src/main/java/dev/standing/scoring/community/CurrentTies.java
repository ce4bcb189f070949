package dev.standing.scoring.community;

import dev.standing.influence.input.TieSource;
import java.util.ArrayList;
import java.util.List;

/** Ties on their way from the database into the engine, which reads them twice: sixteen bytes each. For one thread. */
final class CurrentTies implements TieSource {
    private static final int PAGE_BITS = 16;
    private static final int PAGE_TIES = 1 << PAGE_BITS;

    private final List<int[]> ends = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();
    private int size;

    /** At most 2^31 - 1. */
    void add(int a, int b, double weight) {
        int at = size & (PAGE_TIES - 1);
        if (at == 0) {
            ends.add(new int[2 * PAGE_TIES]);
            weights.add(new double[PAGE_TIES]);
        }
        ends.getLast()[2 * at] = a;
        ends.getLast()[2 * at + 1] = b;
        weights.getLast()[at] = weight;
        size = Math.incrementExact(size);
    }

    @Override
    public void forEach(TieSink sink) {
        for (int tie = 0; tie < size; tie++) {
            int[] page = ends.get(tie >> PAGE_BITS);
            int at = tie & (PAGE_TIES - 1);
            sink.tie(page[2 * at], page[2 * at + 1], weights.get(tie >> PAGE_BITS)[at]);
        }
    }
}
