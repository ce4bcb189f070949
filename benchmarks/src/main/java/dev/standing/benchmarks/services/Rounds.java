package dev.standing.benchmarks.services;

import dev.standing.benchmarks.measuring.Figures;
import java.util.Arrays;
import java.util.Locale;

/** The figures of alternating rounds: what is measured, and the baseline beside it. */
final class Rounds {
    private final String unit;
    private final double[] subject;
    private final double[] baseline;
    private int round;

    Rounds(String unit, int rounds) {
        this.unit = unit;
        subject = new double[rounds];
        baseline = new double[rounds];
    }

    void add(double subjectFigure, double baselineFigure) {
        subject[round] = subjectFigure;
        baseline[round] = baselineFigure;
        round++;
        System.out.printf(
                Locale.ROOT,
                "round %d: %,.0f %s beside %,.0f, ratio %.2f%n",
                round,
                subjectFigure,
                unit,
                baselineFigure,
                subjectFigure / baselineFigure);
    }

    /** Medians of both, and the median of the rounds' ratios, which shares the noise of a round. */
    void conclude(String subjectName, String baselineName) {
        double[] ratios = new double[round];
        Arrays.setAll(ratios, i -> subject[i] / baseline[i]);
        System.out.printf(
                Locale.ROOT,
                "median of %d: %s %,.0f %s, %s %,.0f %s, ratio %.2f%n",
                round,
                subjectName,
                Figures.median(Arrays.copyOf(subject, round)),
                unit,
                baselineName,
                Figures.median(Arrays.copyOf(baseline, round)),
                unit,
                Figures.median(ratios));
    }
}
