package dev.standing.influence;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small communities of every shape, out of a seed, and the engines that hold them. */
final class Worlds {
    record Tie(int a, int b, double weight) {}

    private Worlds() {}

    /** How many random worlds to try of so many: all, unless the mutation profile asks for fewer. */
    static int share(int worlds) {
        return Math.max(1, worlds * Integer.getInteger("standing.test.percent", 100) / 100);
    }

    static InfluencePolicy policy(SplittableRandom random) {
        int k = 1 + random.nextInt(6);
        int minimum = 1 + random.nextInt(3);
        int memory = random.nextInt(5) * 10;
        double boost = random.nextInt(4) == 0 ? random.nextDouble() * 0.6 : 0.05;
        int step = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(100);
        double cap = random.nextInt(3) == 0 ? 1 + random.nextInt(600) : 30;
        return switch (random.nextInt(5)) {
            case 0, 1 -> new InfluencePolicy(Mode.BOOST_ONLY, k, boost, cap, 0, 0, memory, minimum, step);
            case 2, 3 ->
                new InfluencePolicy(
                        Mode.TWO_WAY,
                        k,
                        boost,
                        cap,
                        random.nextInt(4) == 0 ? 0.05 + random.nextDouble() * 0.3 : 0.05,
                        random.nextInt(3) == 0 ? random.nextInt(600) : 30,
                        memory,
                        minimum,
                        step);
            default -> new InfluencePolicy(Mode.OFF, k, boost, cap, 0, 0, memory, minimum, step);
        };
    }

    /** Spread over a step, always the same for the same member. */
    static double place(int i) {
        return i * (Math.sqrt(5) - 1) / 2 % 1;
    }

    static double base(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> 350 + 100 * random.nextInt(7);
            case 1 -> 350 + random.nextInt(601);
            default -> 350 + random.nextInt(600 * 4096) / 4096.0;
        };
    }

    static double weight(SplittableRandom random) {
        return random.nextBoolean() ? 1 : (1 + random.nextInt(255)) / 255.0;
    }

    /** Isolated members, stars, cliques, paths, rings and random ties. */
    static List<Tie> ties(SplittableRandom random, int n) {
        List<Tie> ties = new ArrayList<>();
        int shape = random.nextInt(6);
        double density = random.nextDouble();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                boolean tied =
                        switch (shape) {
                            case 0 -> false;
                            case 1 -> a == 0;
                            case 2 -> true;
                            case 3 -> b == a + 1;
                            case 4 -> b == a + 1 || (a == 0 && b == n - 1);
                            default -> random.nextDouble() < density;
                        };
                if (tied) {
                    ties.add(new Tie(a, b, weight(random)));
                }
            }
        }
        return ties;
    }

    static Reference reference(InfluencePolicy policy, double[] bases, List<Tie> ties) {
        Reference reference = new Reference(policy, bases.length);
        for (int i = 0; i < bases.length; i++) {
            reference.base[i] = bases[i];
            reference.place[i] = place(i);
            reference.here[i] = true;
            reference.consents[i] = true;
        }
        ties.forEach(t -> reference.tie(t.a, t.b, t.weight));
        return reference;
    }

    static InfluenceEngine loaded(InfluencePolicy policy, double eps, double[] bases, List<Tie> ties) {
        return InfluenceEngine.load(
                policy,
                eps,
                0,
                bases.length,
                i -> bases[i],
                Worlds::place,
                i -> true,
                sink -> ties.forEach(t -> sink.tie(t.a, t.b, t.weight)));
    }

    static double[] bases(SplittableRandom random, int n) {
        double[] bases = new double[n];
        for (int i = 0; i < n; i++) {
            bases[i] = base(random);
        }
        return bases;
    }

    static double finest(InfluencePolicy policy) {
        return policy.contraction() == 0 ? 0.01 : Math.max(1e-4, 0.001 / (1 - policy.contraction()));
    }
}
