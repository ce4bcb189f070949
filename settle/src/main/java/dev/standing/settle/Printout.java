package dev.standing.settle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/** The outcome as a person or a program reads it. */
final class Printout {
    private Printout() {}

    static String json(Outcome outcome) {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome is always JSON", e);
        }
    }

    static String lines(Outcome outcome) {
        String settled = String.format(
                Locale.ROOT,
                "%,d members, %,d ties: settled by policy %s, version %d, in %d sweeps and %.2f s; no score is further than"
                        + " %.6f point from the exact one. Scores: %s",
                outcome.members(),
                outcome.ties(),
                outcome.policy(),
                outcome.policyVersion(),
                outcome.sweeps(),
                outcome.seconds(),
                outcome.provenErrorPoints(),
                outcome.scores());
        return outcome.shunning() == null ? settled : settled + "\n" + lines(outcome.shunning(), outcome.members());
    }

    private static String lines(Outcome.Shunning shunning, int members) {
        return line("Under this policy", shunning.policy(), shunning, members)
                + "\n"
                + line(
                        String.format(Locale.ROOT, "Under plain averages of friends (%.2f)", shunning.averageShare()),
                        shunning.averages(),
                        shunning,
                        members)
                + "\nWhat each member could gain: "
                + shunning.gains();
    }

    private static String line(String under, Outcome.Gains gains, Outcome.Shunning shunning, int members) {
        return String.format(
                Locale.ROOT,
                "%s, %,d members (%.1f %%) could gain more than %.0f points by dropping one friend; the most is %.3f points.",
                under,
                gains.membersGaining(),
                100.0 * gains.membersGaining() / members,
                shunning.thresholdPoints(),
                gains.largestPoints());
    }
}
