package dev.standing.executable;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the types that code gives to Jackson: from the calls of its mappers back through our own methods that only hand a type or
 * a value on, to the places that name it. It rather takes a type too many than one too few.
 */
final class Handovers {
    private static final Set<String> READING =
            Set.of("readValue", "readerFor", "readValues", "treeToValue", "convertValue", "forType");
    private static final Set<String> WRITING = Set.of(
            "writeValue",
            "writeValueAsBytes",
            "writeValueAsString",
            "writerFor",
            "valueToTree",
            "convertValue",
            "entity",
            "ok");
    private static final Set<Class<?>> MAPPERS = Set.of(ObjectMapper.class, ObjectReader.class, ObjectWriter.class);
    private static final Set<Class<?>> ANSWERS = Set.of(Response.class, Response.ResponseBuilder.class);

    private final JavaClasses classes;
    private final Set<String> readers = new HashSet<>();
    private final Set<String> writers = new HashSet<>();
    private final Set<Class<?>> types = new HashSet<>();
    private final Set<String> unclear = new TreeSet<>();

    Handovers(JavaClasses classes) {
        this.classes = classes;
        int known;
        do {
            known = readers.size() + writers.size();
            units().forEach(this::follow);
        } while (readers.size() + writers.size() > known);
    }

    /** The types that are named; what they hold is to be looked for in them. */
    Set<Class<?>> types() {
        return types;
    }

    /** Code that calls a mapper with something of which nobody can tell what it is. */
    Set<String> unclear() {
        return unclear;
    }

    private Stream<JavaCodeUnit> units() {
        return classes.stream().flatMap(type -> type.getCodeUnits().stream());
    }

    private void follow(JavaCodeUnit unit) {
        if (calls(unit).anyMatch(this::reads)) {
            followReading(unit);
        }
        if (calls(unit).anyMatch(this::writes)) {
            followWriting(unit);
        }
    }

    private void followReading(JavaCodeUnit unit) {
        boolean isNamed = types.addAll(named(unit)) || !named(unit).isEmpty();
        Set<String> handing = handsOn(unit, Class.class);
        if (handing.isEmpty() && !isNamed) {
            handing = keepers(unit)
                    .flatMap(keeper -> keeper.getConstructors().stream())
                    .flatMap(constructor -> handsOn(constructor, Class.class).stream())
                    .collect(Collectors.toSet());
        }
        readers.addAll(handing);
        if (handing.isEmpty() && !isNamed) {
            unclear.add(unit.getFullName());
        }
    }

    /** Who may have kept the type that is read: the object itself, or one that was asked for it. */
    private static Stream<JavaClass> keepers(JavaCodeUnit unit) {
        return Stream.concat(
                Stream.of(unit.getOwner()),
                calls(unit)
                        .filter(target -> target.getRawReturnType().isEquivalentTo(Class.class))
                        .map(CodeUnitAccessTarget::getOwner));
    }

    private void followWriting(JavaCodeUnit unit) {
        Set<Class<?>> given = given(unit);
        types.addAll(given);
        Set<String> handing = handsOn(unit, Object.class);
        writers.addAll(handing);
        if (given.isEmpty() && handing.isEmpty() && !involves(unit, JsonNode.class)) {
            unclear.add(unit.getFullName());
        }
    }

    /** Class literals, but for that of the class itself, which is there to find resources. */
    private static Set<Class<?>> named(JavaCodeUnit unit) {
        return data(unit.getReferencedClassObjects().stream()
                .map(ReferencedClassObject::getRawType)
                .filter(type -> !type.equals(unit.getOwner())));
    }

    /** What a value that is written may be: a parameter, or what is made or asked for on the way. */
    private static Set<Class<?>> given(JavaCodeUnit unit) {
        return data(Stream.concat(
                unit.getRawParameterTypes().stream(), calls(unit).map(CodeUnitAccessTarget::getRawReturnType)));
    }

    private static Set<Class<?>> data(Stream<JavaClass> types) {
        return types.filter(type -> type.getPackageName().startsWith(MappedTypes.OURS))
                .map(JavaClass::reflect)
                .filter(MappedTypes::isData)
                .collect(Collectors.toSet());
    }

    private static Set<String> handsOn(JavaCodeUnit unit, Class<?> parameter) {
        return takes(unit.getRawParameterTypes().stream(), parameter) ? Set.of(unit.getFullName()) : Set.of();
    }

    private boolean reads(CodeUnitAccessTarget target) {
        return readers.contains(target.getFullName())
                || (isOf(target, MAPPERS)
                        && READING.contains(target.getName())
                        && (takes(target.getRawParameterTypes().stream(), Class.class)
                                || takes(target.getRawParameterTypes().stream(), JavaType.class)));
    }

    private boolean writes(CodeUnitAccessTarget target) {
        return writers.contains(target.getFullName())
                || ((isOf(target, MAPPERS) || isOf(target, ANSWERS))
                        && WRITING.contains(target.getName())
                        && takes(target.getRawParameterTypes().stream(), Object.class));
    }

    private static boolean isOf(CodeUnitAccessTarget target, Set<Class<?>> owners) {
        return owners.stream().anyMatch(owner -> target.getOwner().isAssignableTo(owner));
    }

    private static boolean takes(Stream<JavaClass> parameters, Class<?> type) {
        return parameters.anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static boolean involves(JavaCodeUnit unit, Class<?> type) {
        return Stream.concat(
                        unit.getRawParameterTypes().stream(), calls(unit).map(CodeUnitAccessTarget::getRawReturnType))
                .anyMatch(involved -> involved.isAssignableTo(type));
    }

    private static Stream<CodeUnitAccessTarget> calls(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .map(JavaCodeUnitAccess::getTarget);
    }
}
