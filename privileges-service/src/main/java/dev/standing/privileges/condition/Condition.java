package dev.standing.privileges.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a tier is earned. A condition that is a conjunction of thresholds is judged by them, which is the same and a
 * hundred times quicker; any other by the compiled expression. Whatever cannot be judged does not hold, so that a
 * surprise costs at most a tier above the baseline.
 */
public final class Condition {
    private final String text;
    private final Program program;
    private final List<Variable> variables;
    private final @Nullable List<Threshold> thresholds;

    Condition(String text, Program program, List<Variable> variables, @Nullable List<Threshold> thresholds) {
        this.text = text;
        this.program = program;
        this.variables = List.copyOf(variables);
        this.thresholds = thresholds;
    }

    public String text() {
        return text;
    }

    /** The conjunction that this condition is, or null where it is none. */
    public @Nullable List<Threshold> thresholds() {
        return thresholds;
    }

    public boolean holds(Facts facts) {
        if (thresholds == null) {
            return evaluate(facts);
        }
        for (Threshold threshold : thresholds) {
            if (!threshold.reachedBy(facts)) {
                return false;
            }
        }
        return true;
    }

    /** The judgement of the expression itself. */
    boolean evaluate(Facts facts) {
        Map<String, Object> values = HashMap.newHashMap(variables.size());
        for (Variable variable : variables) {
            long value = variable.of(facts);
            if (value != Variable.ABSENT) {
                values.put(variable.name(), variable.shown(value));
            }
        }
        try {
            return Boolean.TRUE.equals(program.eval(values));
        } catch (CelEvaluationException e) {
            return false;
        }
    }
}
