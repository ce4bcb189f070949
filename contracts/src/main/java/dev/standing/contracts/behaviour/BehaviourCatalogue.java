package dev.standing.contracts.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.contracts.policy.PolicyDocument;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The closed vocabulary: which kinds of behaviour there are, and how merchant categories group. Immutable; the document
 * is {@code catalogue/behaviour.yaml}.
 */
@RegisterResources(globs = "catalogue/behaviour.yaml")
public final class BehaviourCatalogue {
    /** The group of merchant categories that no other group names, and of records without one. */
    public static final String OTHER = "other";

    private static final String FILE = "catalogue/behaviour.yaml";

    private final Map<String, Kind> kindByName = new LinkedHashMap<>();
    private final Map<String, String> groupByMerchantCategory = new HashMap<>();
    private final Set<String> groups = new LinkedHashSet<>();

    private final PolicyDocument<Document> document;

    private BehaviourCatalogue(PolicyDocument<Document> document) {
        this.document = document;
        List<Kind> kinds = document.content().kinds();
        for (int i = 0; i < kinds.size(); i++) {
            if (kindByName.put(kinds.get(i).name(), kinds.get(i)) != null) {
                throw document.invalid(
                        "kinds[" + i + "]", "is there twice: " + kinds.get(i).name());
            }
        }
        document.content().categoryGroups().forEach((group, ranges) -> addGroup(document, group, ranges));
        groups.add(OTHER);
    }

    private void addGroup(PolicyDocument<Document> document, String group, List<String> ranges) {
        groups.add(group);
        for (int i = 0; i < ranges.size(); i++) {
            for (String code : codes(ranges.get(i))) {
                if (groupByMerchantCategory.put(code, group) != null) {
                    throw document.invalid("categoryGroups." + group + "[" + i + "]", "is in two groups: " + code);
                }
            }
        }
    }

    private static List<String> codes(String range) {
        int dash = range.indexOf('-');
        int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
        List<String> codes = new ArrayList<>();
        for (int code = from; code <= to; code++) {
            codes.add("%04d".formatted(code));
        }
        return codes;
    }

    /** The catalogue that ships. */
    public static BehaviourCatalogue load() {
        return new BehaviourCatalogue(PolicyDocument.shipped(FILE, Document.class));
    }

    /** Name and version, as {@code behaviour/1}. */
    public String id() {
        return document.content().name() + "/" + document.content().version();
    }

    /** What the document says, whole. */
    public JsonNode document() {
        return document.tree();
    }

    /** How errors call the document. */
    public String location() {
        return document.name();
    }

    /** The kind of that name, or null where the catalogue has none. */
    public @Nullable Kind kind(String name) {
        return kindByName.get(name);
    }

    /** All kinds, in the document's order. */
    public Map<String, Kind> kinds() {
        return Collections.unmodifiableMap(kindByName);
    }

    /** All groups of merchant categories, in the document's order, {@link #OTHER} last. */
    public Set<String> groups() {
        return Collections.unmodifiableSet(groups);
    }

    /** The group of a merchant category; {@link #OTHER} for null and for what no group names. */
    public String group(@Nullable String merchantCategory) {
        return merchantCategory == null ? OTHER : groupByMerchantCategory.getOrDefault(merchantCategory, OTHER);
    }

    @RegisterForReflection
    record Document(String name, int version, List<Kind> kinds, Map<String, List<String>> categoryGroups) {}
}
