package dev.standing.benchmarks.influence;

import dev.standing.influence.input.TieSource;

/**
 * A community out of a seed. It is generated whenever it is read and never held: each tie is drawn by one of its members,
 * who draws the same ones each time and none twice.
 */
final class Graph implements TieSource {
    /** How friends are drawn. */
    enum Kind {
        /** By everybody alike, so that members have about as many ties each. */
        UNIFORM,
        /**
         * Newcomers tie to b = a u^3 of the a who are there, u uniform: the member of rank r has about (n/r)^(2/3) times as many
         * ties as the average, a degree distribution with exponent 2.5. Ids are shuffled, so that hubs lie anywhere.
         */
        POWER_LAW
    }

    static final int HUB_TIES = 5_000;

    private final Kind kind;
    private final int members;
    private final long ties;
    private final int hubs;
    private final long seed;
    private final int drawers;

    /**
     * Of members who draw ties / members ties each.
     *
     * @param hubs members who have 5,000 ties, beside those that the kind makes itself
     */
    Graph(Kind kind, int members, long ties, int hubs, long seed) {
        this.kind = kind;
        this.members = members;
        this.ties = ties;
        this.hubs = hubs;
        this.seed = seed;
        this.drawers = members - hubs;
        if (hubs > 0 && drawers < 2 * HUB_TIES) {
            throw new IllegalArgumentException("members is " + members + "; allowed with hubs: " + 3 * HUB_TIES);
        }
    }

    Kind kind() {
        return kind;
    }

    int members() {
        return members;
    }

    long ties() {
        return ties;
    }

    /** Who has 5,000 ties. */
    int hub(int index) {
        return label(drawers + index);
    }

    int hubs() {
        return hubs;
    }

    /** Points between 350 and 950, most of them near the middle. */
    double base(int member) {
        long r = Mix.mix(seed ^ (member * Mix.GOLDEN + 1));
        return 350 + 200 * (Mix.unit(r) + Mix.unit(Mix.mix(r)) + Mix.unit(Mix.mix(r + 1)));
    }

    /** Where a member's steps begin, as a share of a step. */
    double place(int member) {
        return Mix.unit(Mix.mix(seed ^ (member * Mix.GOLDEN + 2)));
    }

    @Override
    public void forEach(TieSink sink) {
        int[] friends = new int[mostDrawn()];
        for (int a = 0; a < drawers; a++) {
            int count = draw(a, friends);
            int own = label(a);
            for (int k = 0; k < count; k++) {
                sink.tie(own, label(friends[k]), weight(a, k));
            }
        }
        for (int h = 0; h < hubs; h++) {
            for (int k = 0; k < HUB_TIES; k++) {
                sink.tie(hub(h), label(friendOfHub(h, k)), weight(drawers + h, k));
            }
        }
    }

    private int friendOfHub(int hub, int k) {
        int first = Mix.below(Mix.mix(seed + hub), drawers);
        return (int) ((first + (long) k * (drawers / HUB_TIES)) % drawers);
    }

    /** A friend of the member who has 5,000 ties, out of a number. */
    int friendOfHub(int member, long random) {
        int hub = 0;
        while (hub(hub) != member) {
            hub++;
        }
        return label(friendOfHub(hub, Mix.below(random, HUB_TIES)));
    }

    /** One of the ties, out of a number. */
    long tie(long random, int[] friends) {
        int a = Mix.below(random, drawers);
        int count = draw(a, friends);
        while (count == 0) {
            a = (a + 1) % drawers;
            count = draw(a, friends);
        }
        int b = friends[Mix.below(Mix.mix(random), count)];
        return ((long) label(a) << 32) | label(b);
    }

    int mostDrawn() {
        return (int) (ties / drawers) + 1;
    }

    private int draw(int a, int[] friends) {
        int wanted = (int) (ties * (a + 1) / drawers - ties * a / drawers);
        return kind == Kind.UNIFORM ? drawAround(a, wanted, friends) : drawBefore(a, wanted, friends);
    }

    /** b = a + d round a circle, d at most half of it: each pair has one drawer. */
    private int drawAround(int a, int wanted, int[] friends) {
        int reach = (drawers - 1) / 2;
        int count = Math.min(wanted, reach);
        long state = Mix.mix(seed + a * Mix.GOLDEN);
        for (int k = 0; k < count; ) {
            state += Mix.GOLDEN;
            int b = (int) ((a + 1L + Mix.below(Mix.mix(state), reach)) % drawers);
            k += isNew(b, friends, k) ? 1 : 0;
        }
        return count;
    }

    private int drawBefore(int a, int wanted, int[] friends) {
        int count = Math.min(wanted, a);
        if (a < 8 * wanted) {
            for (int k = 0; k < count; k++) {
                friends[k] = k;
            }
            return count;
        }
        long state = Mix.mix(seed + a * Mix.GOLDEN);
        for (int k = 0; k < count; ) {
            state += Mix.GOLDEN;
            double u = Mix.unit(Mix.mix(state));
            k += isNew((int) (a * u * u * u), friends, k) ? 1 : 0;
        }
        return count;
    }

    private static boolean isNew(int b, int[] friends, int count) {
        for (int k = 0; k < count; k++) {
            if (friends[k] == b) {
                return false;
            }
        }
        friends[count] = b;
        return true;
    }

    private double weight(int a, int k) {
        return (1 + Mix.below(Mix.mix(seed ^ (a * 31L + k)), 255)) / 255.0;
    }

    private int label(int i) {
        return kind == Kind.UNIFORM ? i : Mix.permute(i, members, seed);
    }
}
