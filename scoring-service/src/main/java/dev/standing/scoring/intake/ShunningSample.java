package dev.standing.scoring.intake;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.report.Removal;
import dev.standing.influence.report.ShunningReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What members would gain at the moment of dropping any one friend, as far as it was measured.
 *
 * @param measured how many members were asked
 * @param largestGainInPoints the most that any of them would gain
 * @param leastShare of all members who would gain, as the interval of 95 % confidence after Wilson says; where all were asked it is the share
 * @param mostShare the other end of the interval
 */
record ShunningSample(int measured, double largestGainInPoints, double leastShare, double mostShare) {
    /** Nothing is known. */
    static final ShunningSample NONE = new ShunningSample(0, Double.NaN, Double.NaN, Double.NaN);

    private static final double ACCURACY_IN_POINTS = 0.01;
    /** The normal distribution's quantile of 97.5 %. */
    private static final double Z = 1.959964;

    /** Of everybody. Changes wait meanwhile. */
    static ShunningSample ofAll(InfluenceEngine engine) {
        int members = engine.memberCount();
        ShunningReport report = engine.shunningReport(Removal.SEVERED, ACCURACY_IN_POINTS, 1);
        double share = members == 0 ? 0 : (double) report.membersGaining(ACCURACY_IN_POINTS) / members;
        return new ShunningSample(members, report.largestGainPoints(), share, share);
    }

    /**
     * Of some, drawn at random, in a copy of the community: changes wait only while it is written.
     *
     * @param most how many to draw
     */
    static ShunningSample ofSome(InfluenceEngine engine, int most, RandomGenerator random) throws IOException {
        // For the owner's eyes alone, as temporary files are.
        Path file = Files.createTempFile("community", ".snapshot");
        try {
            engine.snapshot(file);
            return ofSomeIn(InfluenceEngine.restore(file, 1), most, random);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static ShunningSample ofSomeIn(InfluenceEngine copy, int most, RandomGenerator random) {
        int[] drawn = random.ints(0, copy.idCount())
                .filter(copy::isMember)
                .distinct()
                .limit(Math.min(most, copy.memberCount()))
                .toArray();
        ShunningReport report = copy.shunningSample(Removal.SEVERED, ACCURACY_IN_POINTS, 1, drawn);
        int gaining = (int) IntStream.of(drawn)
                .filter(member -> report.gainPoints(member) > ACCURACY_IN_POINTS)
                .count();
        double[] interval = wilson(gaining, drawn.length);
        return new ShunningSample(drawn.length, report.largestGainPoints(), interval[0], interval[1]);
    }

    /** Where the share in all lies, with 95 % confidence, when so many of a sample have it. */
    static double[] wilson(int having, int of) {
        double share = (double) having / of;
        double middle = share + Z * Z / (2 * of);
        double reach = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double whole = 1 + Z * Z / of;
        // At the ends exact, where rounding would leave a trace of somebody.
        return new double[] {having == 0 ? 0 : (middle - reach) / whole, having == of ? 1 : (middle + reach) / whole};
    }
}
