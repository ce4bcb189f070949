package dev.standing.contracts.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.standing.contracts.json.FieldPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A policy as somebody wrote it: its content as a record, and the lines it stands on, so that whatever is found wrong,
 * now or by the rules of the policy's own kind, is reported with its place. Immutable where the content is.
 *
 * @param <T> the record that the document must have the form of: fields unknown to it are refused, and so is the absence
 *     of any that is not {@code @Nullable}
 */
public final class PolicyDocument<T> {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final String name;
    private final T content;
    private final JsonNode tree;
    private final Lines lines;

    private PolicyDocument(String name, T content, JsonNode tree, Lines lines) {
        this.name = name;
        this.content = content;
        this.tree = tree;
        this.lines = lines;
    }

    /**
     * Reads a document.
     *
     * @param name how errors call it; a file name, say
     * @throws InvalidPolicy where it is not YAML, has another form than {@code type}, or names what Standing does not
     *     want to know of anybody ({@link SpecialCategories})
     */
    public static <T> PolicyDocument<T> read(String name, String yaml, Class<T> type) {
        Lines lines = Lines.of(name, yaml);
        try {
            JsonNode tree = YAML.readTree(yaml);
            SpecialCategories.refuseIn(
                    tree,
                    path -> new InvalidPolicy(
                            name, lines.of(path), path, "names a special category of data, which no policy may use"));
            T content = YAML.treeToValue(tree, type);
            if (content == null) {
                throw new InvalidPolicy(name, 1, "", "is empty");
            }
            Completeness.firstMissing(content).ifPresent(path -> {
                throw new InvalidPolicy(name, lines.of(path), path, "is missing");
            });
            return new PolicyDocument<>(name, content, tree, lines);
        } catch (JsonMappingException e) {
            String path = FieldPath.of(e);
            throw new InvalidPolicy(name, lines.of(path), path, problem(e));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidPolicy(name, line, "", e.getOriginalMessage());
        }
    }

    /** Reads a document from a stream, which is closed. */
    public static <T> PolicyDocument<T> read(String name, InputStream yaml, Class<T> type) throws IOException {
        try (yaml) {
            return read(name, new String(yaml.readAllBytes(), StandardCharsets.UTF_8), type);
        }
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
        return tree;
    }

    /**
     * What to throw where a rule of the policy's kind is broken.
     *
     * @param path place as {@code attributes[2].bins[0].from}; where the document does not have it, its nearest parent
     *     that it has gives the line
     */
    public InvalidPolicy invalid(String path, String problem) {
        return new InvalidPolicy(name, lines.of(path), path, problem);
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
            throw new InvalidPolicy(name, lines.of(field), "", problem);
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
            default -> e.getOriginalMessage();
        };
    }

    private static String reason(ValueInstantiationException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }
}
