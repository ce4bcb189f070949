package dev.standing.executable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What annotations put into an executable, read as the platform reads them. */
final class Registrations {
    private final Set<Class<?>> types = new HashSet<>();
    private final Set<Class<?>> holders = new LinkedHashSet<>();
    private final Set<PathMatcher> resources = new LinkedHashSet<>();

    Registrations(JavaClasses classes) {
        for (JavaClass each : classes) {
            if (each.isAnnotatedWith(RegisterForReflection.class)) {
                register(each.reflect(), each.getAnnotationOfType(RegisterForReflection.class));
            }
            if (each.isAnnotatedWith(RegisterResources.class)) {
                holders.add(each.reflect());
                for (String glob :
                        each.getAnnotationOfType(RegisterResources.class).globs()) {
                    resources.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
                }
            }
        }
    }

    private void register(Class<?> holder, RegisterForReflection annotation) {
        holders.add(holder);
        List<Class<?>> named = annotation.targets().length == 0 ? List.of(holder) : List.of(annotation.targets());
        if (annotation.methods() && annotation.fields()) {
            named.forEach(type -> add(type, !annotation.ignoreNested()));
        }
    }

    private void add(Class<?> type, boolean withNested) {
        types.add(type);
        if (withNested) {
            for (Class<?> nested : type.getDeclaredClasses()) {
                add(nested, true);
            }
        }
    }

    boolean has(Class<?> type) {
        return types.contains(type);
    }

    /** @param resource as {@code policies/community.yaml} */
    boolean has(String resource) {
        return resources.stream().anyMatch(glob -> glob.matches(Path.of(resource)));
    }

    /** The classes that say so: the platform has to look at them. */
    Set<Class<?>> holders() {
        return holders;
    }
}
