package dev.standing.benchmarks.influence;

import dev.standing.influence.InfluenceEngine;

/**
 * A stream of changes out of a seed, drawn before anything is timed: half of them give somebody a whole new base, a fifth ties
 * two members, the rest sever a tie of the graph or give it a new weight, in equal parts.
 */
final class Changes {
    private static final int BASE = 0;
    private static final int TIE = 1;
    private static final int SEVER = 2;
    private static final int WIDTH = 4;
    private static final int PER_POINT = 4096;

    private final int[] changes;

    private Changes(int[] changes) {
        this.changes = changes;
    }

    /** @param hubShare of so many changes one concerns a member with 5,000 ties, 1 for each; 0 for none on purpose */
    static Changes draw(Graph graph, int count, int hubShare, long seed) {
        int[] changes = new int[count * WIDTH];
        int[] friends = new int[graph.mostDrawn()];
        long state = Mix.mix(seed);
        for (int n = 0; n < count; n++) {
            state += Mix.GOLDEN;
            boolean hub = hubShare > 0 && n % hubShare == 0;
            draw(graph, hub, Mix.mix(state), changes, n * WIDTH, friends);
        }
        return new Changes(changes);
    }

    private static void draw(Graph graph, boolean hub, long random, int[] into, int at, int[] friends) {
        long more = Mix.mix(random);
        int kind = Mix.below(random, 100);
        int member = hub ? graph.hub(Mix.below(more, graph.hubs())) : Mix.below(more, graph.members());
        into[at + 1] = member;
        if (kind < 50) {
            into[at] = BASE;
            into[at + 3] = (int) (graph.base((int) (more >>> 1) | 1) * PER_POINT);
            return;
        }
        into[at] = kind < 85 ? TIE : SEVER;
        into[at + 3] = 1 + Mix.below(Mix.mix(more), 255);
        int other = Mix.below(Mix.mix(more + 1), graph.members());
        into[at + 2] = other == member ? (other + 1) % graph.members() : other;
        if (kind >= 70 && !hub) {
            long tie = graph.tie(more, friends);
            into[at + 1] = (int) (tie >>> 32);
            into[at + 2] = (int) tie;
        }
    }

    int count() {
        return changes.length / WIDTH;
    }

    /** Records the n-th change; the caller commits. */
    void record(InfluenceEngine engine, int n) {
        int at = n * WIDTH;
        int a = changes[at + 1];
        int b = changes[at + 2];
        int value = changes[at + 3];
        switch (changes[at]) {
            case BASE -> engine.changeBase(a, value / (double) PER_POINT);
            case TIE -> engine.tie(a, b, value / 255.0);
            case SEVER -> engine.sever(a, b, 0);
            default -> throw new IllegalStateException("change " + changes[at]);
        }
    }
}
