package dev.standing.settle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a settle came to, for programs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(
        String policy,
        int policyVersion,
        int members,
        long ties,
        int threads,
        int sweeps,
        double epsPoints,
        double residualPoints,
        double provenErrorPoints,
        double seconds,
        double arcsPerSecond,
        String scores,
        @Nullable Shunning shunning) {

    /** How many could gain by dropping one friend, under the policy and under a plain average of friends. */
    record Shunning(double thresholdPoints, Gains policy, double averageShare, Gains averages, String gains) {}

    /**
     * @param membersGaining who gain more than the threshold
     * @param largestPoints the most that anybody gains
     */
    record Gains(int membersGaining, double largestPoints) {}
}
