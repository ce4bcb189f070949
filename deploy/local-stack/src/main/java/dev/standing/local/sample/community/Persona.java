package dev.standing.local.sample.community;

import java.util.SplittableRandom;

/**
 * What sort of life a member leads: which partners they deal with, and how reliably.
 *
 * @param since the first month of which anything is known; 0 is the oldest
 * @param punctuality the chance that a bill is paid when due, 0 to 1, in ordinary months
 * @param hardMonth first of three months in which money is short, or -1
 * @param loanMonth month in which a loan is taken up, or -1
 */
record Persona(
        int number,
        int since,
        double punctuality,
        int hardMonth,
        boolean rents,
        boolean hasUtilities,
        boolean hasTelecom,
        boolean shopsForFood,
        boolean shopsOnline,
        boolean plays,
        boolean hires,
        boolean banks,
        int loanMonth) {

    private static final int HARD_MONTHS = 3;

    static Persona of(int number, double punctualityAround, SplittableRandom random) {
        return new Persona(
                number,
                0,
                Math.clamp(punctualityAround + 0.06 * random.nextGaussian(), 0.35, 1.0),
                random.nextDouble() < 0.14 ? random.nextInt(Timeline.MONTHS) : -1,
                random.nextDouble() < 0.40,
                random.nextDouble() < 0.70,
                random.nextDouble() < 0.56,
                random.nextDouble() < 0.80,
                random.nextDouble() < 0.65,
                random.nextDouble() < 0.28,
                random.nextDouble() < 0.35,
                random.nextDouble() < 0.18,
                random.nextDouble() < 0.20 ? random.nextInt(Timeline.MONTHS - 4) : -1);
    }

    /** The member whose story is told: known for a year, now and then late, with a loan nearly paid back. */
    static Persona ofTheStory() {
        return new Persona(1, 12, 0.88, -1, true, true, true, true, false, true, false, false, Timeline.MONTHS - 10);
    }

    boolean isStory() {
        return number == 1;
    }

    /** The chance to pay in time in that month. */
    double punctualityIn(int month) {
        boolean hard = hardMonth >= 0 && month >= hardMonth && month < hardMonth + HARD_MONTHS;
        return hard ? punctuality * 0.45 : punctuality;
    }
}
