package dev.standing.influence;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The formulas of the influence model, dense and obvious; as slow as they look. */
final class Reference {
    static final int NEVER = Integer.MAX_VALUE;

    final InfluencePolicy policy;
    final int n;
    final double[] base;
    final boolean[] here;
    final boolean[] consents;
    final double[][] weight;
    final double[][] remembered;
    final int[][] severedOn;
    int today;

    Reference(InfluencePolicy policy, int n) {
        this.policy = policy;
        this.n = n;
        base = new double[n];
        here = new boolean[n];
        consents = new boolean[n];
        weight = new double[n][n];
        remembered = new double[n][n];
        severedOn = new int[n][n];
    }

    void tie(int a, int b, double w) {
        weight[a][b] = weight[b][a] = quantised(w);
        remembered[a][b] = remembered[b][a] = 0;
    }

    void sever(int a, int b, int day) {
        if (weight[a][b] > 0) {
            remembered[a][b] = remembered[b][a] = weight[a][b];
            severedOn[a][b] = severedOn[b][a] = day;
            weight[a][b] = weight[b][a] = 0;
        }
    }

    void remember(int a, int b, double w, int day) {
        if (weight[a][b] == 0) {
            remembered[a][b] = remembered[b][a] = quantised(w);
            severedOn[a][b] = severedOn[b][a] = day;
        }
    }

    void leave(int a) {
        here[a] = false;
        consents[a] = false;
        for (int j = 0; j < n; j++) {
            weight[a][j] = weight[j][a] = remembered[a][j] = remembered[j][a] = 0;
        }
    }

    static double quantised(double w) {
        return Math.max(1, Math.round(w * 255)) / 255.0;
    }

    double rememberedWeight(int i, int j) {
        double left = policy.tieMemoryDays() - Math.max(0, today - severedOn[i][j]);
        return left <= 0 ? 0 : remembered[i][j] * left / policy.tieMemoryDays();
    }

    boolean counts(int i) {
        int ties = 0;
        for (int j = 0; j < n; j++) {
            ties += consents[j] && (weight[i][j] > 0 || rememberedWeight(i, j) > 0) ? 1 : 0;
        }
        return policy.mode() != Mode.OFF && consents[i] && ties >= policy.minimumTies();
    }

    double boost(int i, double[] s) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (consents[j]) {
                values.add(weight[i][j] * Math.max(0, s[j] - base[i]));
            }
        }
        return policy.boostShare() / policy.strongestTies() * strongest(values);
    }

    double drag(int i, double[] s) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (consents[j]) {
                values.add((weight[i][j] + rememberedWeight(i, j)) * Math.max(0, base[i] - s[j]));
            }
        }
        return policy.dragShare() / policy.strongestTies() * strongest(values);
    }

    private double strongest(List<Double> values) {
        values.sort(Comparator.reverseOrder());
        return values.stream()
                .limit(policy.strongestTies())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    double f(int i, double[] s) {
        if (!counts(i)) {
            return base[i];
        }
        double difference = boost(i, s) - drag(i, s);
        return base[i] + Math.max(-policy.dragCapPoints(), Math.min(policy.boostCapPoints(), difference));
    }

    /** The fixed point to about 1e-11 point. */
    double[] solve() {
        double[] s = base.clone();
        double residual;
        do {
            double[] next = new double[n];
            residual = 0;
            for (int i = 0; i < n; i++) {
                next[i] = f(i, s);
                residual = Math.max(residual, Math.abs(next[i] - s[i]));
            }
            s = next;
        } while (residual > 1e-12 * (1 - policy.contraction()) + 3e-13);
        return s;
    }
}
