package dev.standing.benchmarks.influence;

import dev.standing.influence.InfluenceEngine;

/**
 * A stream of changes out of a seed, drawn before anything is timed: half of them give somebody a new base, a fifth ties
 * two members, the rest sever a tie of the graph or give it a new weight, in equal parts.
 */
final class Changes {
    private static final int BASE = 0;
    private static final int TIE = 1;
    private static final int SEVER = 2;
    private static final int WIDTH = 4;
    private static final int PER_POINT = 4096;
    private static final double STEP_POINTS = 30;

    private final int[] changes;

    private Changes(int[] changes) {
        this.changes = changes;
    }

    /** Whom the changes concern. */
    enum Aim {
        /** Members alike, ties alike: of the ties, as many lead to members with 5,000 of them as there are. */
        ANYBODY,
        /** The same, but bases move by up to 30 points, as a few records move them. */
        ANYBODY_A_LITTLE,
        /** Bases of members with 5,000 ties. */
        BASES_OF_HUBS,
        /** Ties of members with 5,000 ties. */
        TIES_OF_HUBS
    }

    static Changes draw(Graph graph, int count, Aim aim, long seed) {
        int[] changes = new int[count * WIDTH];
        int[] friends = new int[graph.mostDrawn()];
        long state = Mix.mix(seed);
        double hubShare = graph.hubs() * (double) Graph.HUB_TIES / graph.ties();
        for (int n = 0; n < count; n++) {
            state += Mix.GOLDEN;
            long random = Mix.mix(state);
            int at = n * WIDTH;
            boolean anybody = aim == Aim.ANYBODY || aim == Aim.ANYBODY_A_LITTLE;
            boolean ofBase = anybody ? Mix.below(random, 2) == 0 : aim == Aim.BASES_OF_HUBS;
            boolean hub = !anybody || (!ofBase && Mix.unit(Mix.mix(random + 1)) < hubShare);
            changes[at + 1] = hub
                    ? graph.hub(Mix.below(Mix.mix(random + 2), graph.hubs()))
                    : Mix.below(Mix.mix(random + 2), graph.members());
            if (ofBase) {
                changes[at] = BASE;
                double base = aim == Aim.ANYBODY_A_LITTLE
                        ? Math.clamp(graph.base(changes[at + 1]) + STEP_POINTS * (2 * Mix.unit(random) - 1), 350, 950)
                        : graph.base((int) (random >>> 8) | 1);
                changes[at + 3] = (int) (base * PER_POINT);
            } else {
                drawTie(graph, hub, Mix.mix(random + 3), changes, at, friends);
            }
        }
        return new Changes(changes);
    }

    private static void drawTie(Graph graph, boolean hub, long random, int[] into, int at, int[] friends) {
        int kind = Mix.below(random, 100);
        int member = into[at + 1];
        int other = Mix.below(Mix.mix(random + 1), graph.members());
        into[at] = kind < 70 ? TIE : SEVER;
        into[at + 2] = other == member ? (other + 1) % graph.members() : other;
        into[at + 3] = 1 + Mix.below(Mix.mix(random + 2), 255);
        if (hub && kind >= 40) {
            into[at + 2] = graph.friendOfHub(member, Mix.mix(random + 3));
        } else if (kind >= 40) {
            long tie = graph.tie(random + 3, friends);
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
