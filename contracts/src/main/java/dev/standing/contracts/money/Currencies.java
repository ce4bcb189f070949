package dev.standing.contracts.money;

import dev.standing.contracts.policy.PolicyDocument;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All currencies that amounts may be in, as of a date. A list of ours and not the platform's, so that a record that one
 * machine takes is taken by all: the platform's changes with its version, and says nothing of when a code was withdrawn.
 * Immutable; the document is {@code catalogue/currencies.yaml}.
 */
@RegisterResources(globs = "catalogue/currencies.yaml")
public final class Currencies {
    private static final String FILE = "catalogue/currencies.yaml";

    private final Map<String, Currency> byCode = new HashMap<>();

    private Currencies(PolicyDocument<Document> document) {
        List<Group> groups = document.content().currencies();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            YearMonth through = group.through() == null ? null : YearMonth.parse(group.through());
            for (String code : group.codes()) {
                if (byCode.put(code, new Currency(code, group.minorUnits(), through)) != null) {
                    throw document.invalid("currencies[" + i + "]", "is there twice: " + code);
                }
            }
        }
    }

    /** The list that ships. */
    public static Currencies load() {
        return new Currencies(PolicyDocument.shipped(FILE, Document.class));
    }

    /** The currency of a code, current or withdrawn, or null where there is none. */
    public @Nullable Currency of(String code) {
        return byCode.get(code);
    }

    @RegisterForReflection
    record Document(String name, int version, String asOf, List<Group> currencies) {}

    @RegisterForReflection
    record Group(int minorUnits, @Nullable String through, List<String> codes) {}
}
