package dev.standing.contracts.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What Standing does not want to know of anybody: the special categories of personal data of Article 9 of the GDPR, and
 * criminal matters of Article 10. Merchant categories that reveal them are refused at the door, and policies that name
 * them cannot be published. The list is data: {@code catalogue/special-categories.yaml}.
 */
@RegisterResources(globs = "catalogue/special-categories.yaml")
public final class SpecialCategories {
    private static final String FILE = "catalogue/special-categories.yaml";
    private static final SpecialCategories INSTANCE = new SpecialCategories(document());

    private final List<Refused> refused;
    private final Pattern words;

    /** Read past the check of what documents may name, which is made of this one. */
    private static Document document() {
        try {
            return Objects.requireNonNull(
                    YamlReader.read(FILE, PolicyText.shipped(FILE)).as(Document.class), FILE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    private SpecialCategories(Document document) {
        refused = document.merchantCategories();
        words = Pattern.compile(
                "\\b(" + String.join("|", document.words()) + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * What a merchant category would reveal, where it is refused.
     *
     * @param merchantCategory four digits of ISO 18245
     * @return the special category's name, as {@code health}; empty where the merchant category is fine
     */
    public static Optional<String> revealedBy(String merchantCategory) {
        return INSTANCE.refused.stream()
                .filter(range -> range.covers(merchantCategory))
                .map(Refused::reveals)
                .findFirst();
    }

    /** Every refused merchant category or range of them, for documentation and tests. */
    public static List<Refused> refusedMerchantCategories() {
        return INSTANCE.refused;
    }

    /** Whether a text names a special category, however it is written. */
    public static boolean namedIn(String text) {
        return INSTANCE.words.matcher(Wording.plain(text)).find();
    }

    /**
     * Walks field names and texts, and throws what {@code refused} makes of the first path that names a category, or has a word of which
     * nobody can tell what it names, and of the problem.
     */
    static void refuseIn(JsonNode tree, BiFunction<String, String, InvalidPolicy> refused) {
        refuseIn("", tree, refused);
    }

    private static void refuseIn(String path, JsonNode node, BiFunction<String, String, InvalidPolicy> refused) {
        if (node.isTextual()) {
            refuse(path, node.textValue(), refused);
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            refuseIn(path + "[" + index + "]", item, refused);
            index++;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            refuse(child, field.getKey(), refused);
            refuseIn(child, field.getValue(), refused);
        }
    }

    private static void refuse(String path, String text, BiFunction<String, String, InvalidPolicy> refused) {
        if (namedIn(text)) {
            throw refused.apply(path, "names a special category of data, which no policy may use");
        }
        if (Wording.mixesAlphabets(text)) {
            throw refused.apply(
                    path, "has a word of letters that look alike in several alphabets; allowed: one alphabet a word");
        }
    }

    /**
     * A range of merchant categories that is refused.
     *
     * @param from first of the range, four digits
     * @param to last of the range, four digits
     * @param reveals the special category
     * @param name what is sold there
     */
    @RegisterForReflection
    public record Refused(String from, String to, String reveals, String name) {
        public Refused {
            reveals = reveals.toLowerCase(Locale.ROOT);
        }

        boolean covers(String merchantCategory) {
            return from.compareTo(merchantCategory) <= 0 && merchantCategory.compareTo(to) <= 0;
        }
    }

    @RegisterForReflection
    record Document(List<Refused> merchantCategories, List<String> words) {}
}
