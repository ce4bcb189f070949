package dev.standing.contracts.policy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a document left out: a record component that is null and not {@code @Nullable}. */
final class Completeness {
    private Completeness() {}

    /** The path of the first that is missing, depth first, in the order of declaration. */
    static Optional<String> firstMissing(Object content) {
        return Optional.ofNullable(missing("", content));
    }

    private static @Nullable String missing(String path, Object content) {
        return switch (content) {
            case Record value -> missingInRecord(path, value);
            case List<?> list -> missingInList(path, list);
            case Map<?, ?> map -> missingInMap(path, map);
            default -> null;
        };
    }

    private static @Nullable String missingInRecord(String path, Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String child = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object part = read(value, component);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            String found = part == null ? (optional ? null : child) : missing(child, part);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String missingInList(String path, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            String child = path + "[" + i + "]";
            Object item = list.get(i);
            String found = item == null ? child : missing(child, item);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String missingInMap(String path, Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String child = path + "." + entry.getKey();
            String found = entry.getValue() == null ? child : missing(child, entry.getValue());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
