package dev.standing.executable;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** All of our types that Jackson meets when it reads or writes some: those, and whatever they hold. */
final class MappedTypes {
    static final String OURS = "dev.standing.";

    private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    private MappedTypes() {}

    static Set<Class<?>> of(Collection<Class<?>> roots) {
        MappedTypes types = new MappedTypes();
        roots.forEach(types::visit);
        return types.found;
    }

    /** Whether values of the type are data: here, only such are ever mapped. */
    static boolean isData(Class<?> type) {
        return type.isRecord() || type.isEnum() || type.isSealed();
    }

    private void visit(Type type) {
        switch (type) {
            case Class<?> plain when plain.isArray() -> visit(plain.componentType());
            case Class<?> plain -> visitClass(plain);
            case ParameterizedType parameterized -> {
                visit(parameterized.getRawType());
                visitAll(parameterized.getActualTypeArguments());
            }
            case WildcardType wildcard -> visitAll(wildcard.getUpperBounds());
            case GenericArrayType array -> visit(array.getGenericComponentType());
            default -> {}
        }
    }

    private void visitClass(Class<?> type) {
        if (!type.getName().startsWith(OURS) || !isData(type)) {
            return;
        }
        if (type.isSealed()) {
            visitAll(type.getPermittedSubclasses());
        } else if (found.add(type) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                visit(component.getGenericType());
            }
        }
    }

    private void visitAll(Type... types) {
        for (Type type : types) {
            visit(type);
        }
    }
}
