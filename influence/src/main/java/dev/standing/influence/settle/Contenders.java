package dev.standing.influence.settle;

import dev.standing.influence.community.RowEvaluator;
import java.util.Arrays;

/**
 * The ties of some neighbouring members that can ever be among the K strongest, row after row without a gap: a sweep reads them in
 * one long loop, with as many reads of told values on their way as memory allows. Where rows are short, going from row to row
 * costs as much as what is read.
 */
final class Contenders {
    private int[] ids;
    private byte[] weights;
    private int end;

    Contenders(int room) {
        ids = new int[room];
        weights = new byte[room];
    }

    void clear() {
        end = 0;
    }

    /** Makes room for this many more. */
    void reserve(int more) {
        if (end + more > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(end + more, 2 * ids.length));
            weights = Arrays.copyOf(weights, ids.length);
        }
    }

    /** Takes over those of a row whose contributions reach a line, and says how many. */
    int add(int[] rowIds, byte[] rowWeights, int from, int[] contributions, int arcs, Lines lines) {
        reserve(arcs);
        int[] toIds = ids;
        byte[] toWeights = weights;
        int to = end;
        for (int k = 0; k < arcs; k++) {
            byte weight = rowWeights[from + k];
            toIds[to] = rowIds[from + k];
            toWeights[to] = weight;
            to += lines.reached(contributions[k], weight & 255);
        }
        int count = to - end;
        end = to;
        return count;
    }

    /** As many as there are, without spare room. */
    Contenders trimmed() {
        Contenders kept = new Contenders(0);
        kept.ids = Arrays.copyOf(ids, end);
        kept.weights = Arrays.copyOf(weights, end);
        kept.end = end;
        return kept;
    }

    void hear(RowEvaluator rows, int from, int arcs) {
        rows.hear(ids, from, arcs, 0);
    }

    byte[] weights() {
        return weights;
    }

    int count() {
        return end;
    }
}
