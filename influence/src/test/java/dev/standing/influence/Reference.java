package dev.standing.influence;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The formulas of the influence model, dense and obvious; as slow as they look. */
final class Reference {
    static final int NEVER = Integer.MAX_VALUE;

    final InfluencePolicy policy;
    final int n;
    final double[] base;
    final double[] place;
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
        place = new double[n];
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

    private double boost(int i, double[] s, double own) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (consents[j]) {
                values.add(weight[i][j] * Math.max(0, s[j] - own));
            }
        }
        return policy.boostShare() / policy.strongestTies() * strongest(values);
    }

    private double drag(int i, double[] s, double certain) {
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (consents[j]) {
                values.add((weight[i][j] + rememberedWeight(i, j)) * Math.max(0, certain - s[j]));
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

    /** What others hear of a base: in steps that begin at the member's place, which is off every base that can be. */
    double heard(int i) {
        int step = policy.friendsHearInSteps();
        if (step == 0) {
            return base[i];
        }
        double begin = 350 + (Math.floor(place[i] * step * 4096) + 0.5) / 4096;
        double steps = Math.floor((base[i] - begin) / step);
        return 350 + step * Math.clamp(steps, 0, Math.floor(600.0 / step) - 1);
    }

    double f(int i, double[] s) {
        return f(i, s, heard(i), heard(i));
    }

    private double f(int i, double[] s, double own, double certain) {
        if (!counts(i)) {
            return own;
        }
        double difference = boost(i, s, own) - drag(i, s, certain);
        return own + Math.max(-policy.dragCapPoints(), Math.min(policy.boostCapPoints(), difference));
    }

    /** What is published: of one's own base, and of friends' scores in steps of ten points. */
    double[] published() {
        double[] s = solve();
        int step = policy.friendsHearInSteps();
        if (step == 0) {
            return s;
        }
        for (int i = 0; i < n; i++) {
            s[i] = 350 + 10 * Math.floor((s[i] - 350 + 1e-4 * Math.sqrt(2)) / 10) - 1 / 4096.0;
        }
        double[] published = new double[n];
        for (int i = 0; i < n; i++) {
            published[i] = f(i, s, base[i], Math.max(350 - 1 / 4096.0, base[i] - 2 * step - 10 - 1 / 4096.0));
        }
        return published;
    }

    /** The fixed point to about 1e-11 point. */
    double[] solve() {
        double[] s = new double[n];
        Arrays.setAll(s, this::heard);
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
