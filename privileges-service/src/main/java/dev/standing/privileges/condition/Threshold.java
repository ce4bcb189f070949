package dev.standing.privileges.condition;

/** {@code variable >= atLeast}. */
public record Threshold(Variable variable, long atLeast) {

    public boolean reachedBy(Facts facts) {
        return variable.of(facts) >= atLeast;
    }
}
