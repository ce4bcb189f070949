package dev.standing.scoring.scorecard.document;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every field of a document that may not be absent is there. */
final class Completeness {
    private final Refusal refuse;

    Completeness(Refusal refuse) {
        this.refuse = refuse;
    }

    void check(String path, Object value) {
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                Object item = items.get(i);
                if (item == null) {
                    throw refuse.at(path + "[" + i + "]", "is empty");
                }
                check(path + "[" + i + "]", item);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                field(path.isEmpty() ? component.getName() : path + "." + component.getName(), component, value);
            }
        }
    }

    private void field(String path, RecordComponent component, Object record) {
        Object value = valueOf(component, record);
        if (value != null) {
            check(path, value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw refuse.at(path, "is missing");
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
