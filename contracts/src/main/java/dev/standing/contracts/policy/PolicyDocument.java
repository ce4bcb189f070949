package dev.standing.contracts.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.standing.contracts.json.FieldPath;
import java.util.function.Function;

/**
 * A policy as somebody wrote it, in YAML 1.2: its content as a record, and the lines it stands on, so that whatever is found wrong,
 * now or by the rules of the policy's own kind, is reported with its place. Immutable where the content is.
 *
 * @param <T> the record that the document must have the form of: fields unknown to it are refused, and so is the absence
 *     of any that is not {@code @Nullable}
 */
public final class PolicyDocument<T> {
    private final String name;
    private final T content;
    private final YamlTree tree;

    private PolicyDocument(String name, T content, YamlTree tree) {
        this.name = name;
        this.content = content;
        this.tree = tree;
    }

    /**
     * Reads a document.
     *
     * @param name how errors call it; a file name, say
     * @throws InvalidPolicy where it is not YAML, has another form than {@code type}, or names what Standing does not
     *     want to know of anybody ({@link SpecialCategories})
     */
    public static <T> PolicyDocument<T> read(String name, String yaml, Class<T> type) {
        YamlTree tree = YamlReader.read(name, yaml);
        Lines lines = tree.lines();
        try {
            SpecialCategories.refuseIn(
                    tree.root(), (path, problem) -> new InvalidPolicy(name, lines.of(path), path, problem));
            T content = tree.as(type);
            if (content == null) {
                throw new InvalidPolicy(name, 1, "", "is empty");
            }
            Completeness.firstMissing(content).ifPresent(path -> {
                throw new InvalidPolicy(name, lines.of(path), path, "is missing");
            });
            return new PolicyDocument<>(name, content, tree);
        } catch (JsonMappingException e) {
            String path = FieldPath.of(e);
            throw new InvalidPolicy(name, lines.of(path), path, problem(e));
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy(name, 1, "", e.getOriginalMessage());
        }
    }

    /** Reads a document that ships with the contracts, as {@code catalogue/behaviour.yaml}. */
    public static <T> PolicyDocument<T> shipped(String file, Class<T> type) {
        return read(file, PolicyText.shipped(file), type);
    }

    /** How errors call it. */
    public String name() {
        return name;
    }

    public T content() {
        return content;
    }

    /** The document whole, as it is published: nothing that the author wrote is left out. */
    public JsonNode tree() {
        return tree.root();
    }

    /**
     * What to throw where a rule of the policy's kind is broken.
     *
     * @param path place as {@code attributes[2].bins[0].from}; where the document does not have it, its nearest parent
     *     that it has gives the line
     */
    public InvalidPolicy invalid(String path, String problem) {
        return new InvalidPolicy(name, tree.lines().of(path), path, problem);
    }

    /**
     * What the document means by the rules of its kind.
     *
     * @param rules an {@link IllegalArgumentException} out of them is reported with the line of the field that its text
     *     begins with
     * @throws InvalidPolicy where the rules refuse it
     */
    public <R> R meaning(Function<? super T, ? extends R> rules) {
        try {
            return rules.apply(content);
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            String field = problem.substring(0, Math.max(0, problem.indexOf(' ')));
            throw new InvalidPolicy(name, tree.lines().of(field), "", problem);
        }
    }

    private static String problem(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "no such field; allowed: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList();
            case ValueInstantiationException invalid -> reason(invalid);
            case MismatchedInputException other -> mismatch(other);
            default -> e.getOriginalMessage();
        };
    }

    private static String mismatch(MismatchedInputException e) {
        boolean isWord = e.getTargetType() == boolean.class || e.getTargetType() == Boolean.class;
        return isWord ? "is no word for yes or no; allowed: true or false" : e.getOriginalMessage();
    }

    private static String reason(ValueInstantiationException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }
}
