package dev.standing.privileges.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of one perk, which see what is within its fence.
 *
 * <p>The cost of an evaluation is bounded at compile time: without macros there is no loop, so an expression touches each
 * of its at most {@link #MAX_NODES} nodes once.
 */
public final class ConditionCompiler {
    static final int MAX_CHARACTERS = 500;
    static final int MAX_NODES = 100;
    static final int MAX_DEPTH = 24;

    /** A band is a word, and words compare by the alphabet: only these make sense of it. */
    private static final Set<String> OPERATORS_ON_BANDS = Set.of("_==_", "_!=_", "@in");

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_CHARACTERS)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxParseRecursionDepth(MAX_DEPTH)
            .enableComprehension(false)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final Fence fence;
    private final CelCompiler compiler;

    public ConditionCompiler(Fence fence) {
        this.fence = fence;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros()
                .setResultType(SimpleType.BOOL);
        fence.variables()
                .forEach((name, variable) -> builder.addVar(
                        name, variable instanceof Variable.BandRank ? SimpleType.STRING : SimpleType.INT));
        this.compiler = builder.build();
    }

    /**
     * Compiles one condition.
     *
     * @throws Refused where it names what is outside the fence, is not a condition, or misuses a band
     */
    public Condition compile(String text) throws Refused {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
            requireSenseOfBands(tree, tree.getExpr(), null);
            List<Threshold> thresholds = Thresholds.of(tree, fence.variables());
            return new Condition(
                    text,
                    RUNTIME.createProgram(tree),
                    List.copyOf(fence.variables().values()),
                    thresholds);
        } catch (CelValidationException e) {
            throw new Refused(firstIssue(e) + "; allowed: a condition on "
                    + String.join(", ", fence.variables().keySet())
                    + ". Maybe the input is missing in the perk's uses");
        } catch (CelEvaluationException e) {
            throw new Refused("cannot be evaluated");
        }
    }

    private static String firstIssue(CelValidationException e) {
        return e.getErrors().isEmpty()
                ? "not a condition"
                : e.getErrors().getFirst().getMessage();
    }

    private void requireSenseOfBands(CelAbstractSyntaxTree tree, CelExpr expression, @Nullable String parent)
            throws Refused {
        switch (expression.getKind()) {
            case CONSTANT -> {
                if (expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        && Bands.named(expression.constant().stringValue()) == null) {
                    throw new Refused(
                            "unknown band '" + expression.constant().stringValue() + "'; allowed: " + Bands.all());
                }
            }
            case CALL -> {
                String function = expression.call().function();
                if (expression.call().target().isPresent()) {
                    requireSenseOfBands(tree, expression.call().target().get(), function);
                }
                for (CelExpr argument : expression.call().args()) {
                    requireSenseOfBands(tree, argument, function);
                }
            }
            case LIST -> {
                for (CelExpr element : expression.list().elements()) {
                    requireSenseOfBands(tree, element, parent);
                }
            }
            default -> requireComparable(tree, expression, parent);
        }
    }

    private void requireComparable(CelAbstractSyntaxTree tree, CelExpr expression, @Nullable String parent)
            throws Refused {
        boolean band = tree.getReference(expression.id())
                .map(reference -> fence.variables().get(reference.name()) instanceof Variable.BandRank)
                .orElse(false);
        if (band && (parent == null || !OPERATORS_ON_BANDS.contains(parent))) {
            throw new Refused(
                    "band is used with '" + parent + "'; allowed: ==, != and in. Maybe band in [\"good\", …]");
        }
    }

    /** Why a condition is not taken. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
