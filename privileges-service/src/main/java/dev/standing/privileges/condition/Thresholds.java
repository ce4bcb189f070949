package dev.standing.privileges.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.standing.contracts.score.Band;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition as a conjunction of thresholds, where it is one: comparisons of an input with a constant, and sets of
 * bands that reach to the top, joined by {@code &&}. Anything else has no distance that could be told without guessing.
 */
final class Thresholds {
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Variable> variables;
    private final List<Threshold> found = new ArrayList<>();

    private Thresholds(CelAbstractSyntaxTree tree, Map<String, Variable> variables) {
        this.tree = tree;
        this.variables = variables;
    }

    /** The thresholds that together are the condition, or null where it is not such a conjunction. */
    static @Nullable List<Threshold> of(CelAbstractSyntaxTree tree, Map<String, Variable> variables) {
        Thresholds thresholds = new Thresholds(tree, variables);
        return thresholds.collect(tree.getExpr()) ? List.copyOf(thresholds.found) : null;
    }

    private boolean collect(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL
                || expression.call().args().size() != 2) {
            return false;
        }
        CelExpr left = expression.call().args().get(0);
        CelExpr right = expression.call().args().get(1);
        return switch (expression.call().function()) {
            case "_&&_" -> collect(left) && collect(right);
            case "_>=_" -> add(left, right, 0);
            case "_>_" -> add(left, right, 1);
            case "_<=_" -> add(right, left, 0);
            case "_<_" -> add(right, left, 1);
            case "_==_" -> addBands(left, List.of(right)) || addBands(right, List.of(left));
            case "@in" ->
                right.getKind() == CelExpr.ExprKind.Kind.LIST
                        && addBands(left, right.list().elements());
            default -> false;
        };
    }

    private boolean add(CelExpr input, CelExpr constant, int beyond) {
        Variable variable = variable(input);
        if (variable == null
                || variable instanceof Variable.BandRank
                || constant.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || constant.constant().getKind() != CelConstant.Kind.INT64_VALUE) {
            return false;
        }
        long value = constant.constant().int64Value();
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            return false;
        }
        return found.add(new Threshold(variable, value + beyond));
    }

    private boolean addBands(CelExpr input, List<CelExpr> names) {
        if (!(variable(input) instanceof Variable.BandRank rank)) {
            return false;
        }
        EnumSet<Band> bands = EnumSet.noneOf(Band.class);
        for (CelExpr name : names) {
            Band band = name.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                            && name.constant().getKind() == CelConstant.Kind.STRING_VALUE
                    ? Bands.named(name.constant().stringValue())
                    : null;
            if (band == null) {
                return false;
            }
            bands.add(band);
        }
        if (bands.isEmpty()) {
            return false;
        }
        Band lowest = bands.iterator().next();
        boolean reachesTheTop = bands.size() == Band.values().length - Bands.rank(lowest);
        return reachesTheTop && found.add(new Threshold(rank, Bands.rank(lowest)));
    }

    private @Nullable Variable variable(CelExpr expression) {
        return tree.getReference(expression.id())
                .map(reference -> variables.get(reference.name()))
                .orElse(null);
    }
}
