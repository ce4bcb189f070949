package dev.standing.privileges.policy;

import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.condition.Threshold;
import dev.standing.privileges.condition.Variable;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One input that is below a threshold.
 *
 * @param has what the member has, a band by name
 * @param needs what is needed, a band by name
 * @param missing how far it is, in units
 */
@RegisterForReflection
public record Shortfall(String input, Object has, Object needs, long missing, String unit) {

    /** As a sentence. */
    public String text() {
        return input + " is " + has + ", " + missing + " "
                + (missing == 1 ? unit.substring(0, unit.length() - 1) : unit) + " below " + needs;
    }

    static Shortfall of(Threshold threshold, Facts facts) {
        Variable variable = threshold.variable();
        long has = variable.of(facts);
        return new Shortfall(
                variable.name(),
                variable.shown(has),
                variable.shown(threshold.atLeast()),
                threshold.atLeast() - has,
                variable.unit());
    }
}
