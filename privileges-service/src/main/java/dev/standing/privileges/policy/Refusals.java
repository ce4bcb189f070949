package dev.standing.privileges.policy;

import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.contracts.policy.PolicyDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plain rules of form, each failing with its place in the document. */
final class Refusals {
    private static final int MAX_TEXT = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");

    private final PolicyDocument<PerkPolicyDocument> document;

    Refusals(PolicyDocument<PerkPolicyDocument> document) {
        this.document = document;
    }

    InvalidPolicy refuse(String path, String problem) {
        return document.invalid(path, problem);
    }

    String name(String path, @Nullable String value) {
        if (value == null || !NAME.matcher(value).matches()) {
            throw refuse(path, "name is " + quoted(value) + "; allowed: a-z, 0-9 and -, a letter first, at most 40");
        }
        return value;
    }

    String identifier(String path, @Nullable String value) {
        if (value == null || !IDENTIFIER.matcher(value).matches()) {
            throw refuse(
                    path, "name is " + quoted(value) + "; allowed: a-z, A-Z and 0-9, a small letter first, at most 40");
        }
        return value;
    }

    String text(String path, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > MAX_TEXT) {
            throw refuse(path, "text is missing or too long; allowed: 1 to " + MAX_TEXT + " characters");
        }
        return value;
    }

    void range(String path, long value, long least, long most) {
        if (value < least || value > most) {
            throw refuse(path, "value is " + value + "; allowed: " + least + " to " + most);
        }
    }

    <T> List<T> list(String path, @Nullable List<T> list, int least, int most) {
        List<T> items = list == null ? List.of() : list;
        if (items.size() < least || items.size() > most) {
            throw refuse(path, "has " + items.size() + " entries; allowed: " + least + " to " + most);
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == null) {
                throw refuse(path + "[" + i + "]", "is empty; allowed: an entry");
            }
        }
        return items;
    }

    <T> void distinct(String path, List<T> items, Function<T, @Nullable String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String at = path + "[" + i + "].name";
            String value = name(at, name.apply(items.get(i)));
            if (!seen.add(value)) {
                throw refuse(at, "name '" + value + "' is used twice; allowed: once");
            }
        }
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "missing" : "'" + value + "'";
    }
}
