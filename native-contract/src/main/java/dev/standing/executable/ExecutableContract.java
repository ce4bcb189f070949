package dev.standing.executable;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a service's native executable must contain and would not by itself: the types that Jackson maps, and the files that are read
 * from the class path. To be extended in the service's package. Types that routes take and give are the platform's to find. All of
 * it has one instance, because reading the classes takes seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExecutableContract {
    private static final List<String> LIBRARIES =
            List.of("contracts", "web", "database", "delivery", "influence", "receipts");

    /** What the platform finds by itself, and the API's description, which is read when a service is built. */
    private static final List<String> FOUND = List.of(
            "META-INF/MANIFEST.MF",
            "META-INF/beans.xml",
            "META-INF/jandex.idx",
            "META-INF/maven/",
            "META-INF/microprofile-config.properties",
            "META-INF/openapi.yaml",
            "application.properties",
            "db/migration/",
            "module-info",
            "description/");

    /** Who implements a type that is asked for by its name. */
    private static final String PROVIDERS = "META-INF/services/";

    private static final String CACHES = "dev.standing.web.cache";
    private static final String NEW_CACHE = "com.github.benmanes.caffeine.cache.Caffeine.newBuilder";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(packages());
    private final Registrations registrations = new Registrations(classes);

    private String[] packages() {
        return Stream.concat(
                        LIBRARIES.stream().map(MappedTypes.OURS::concat),
                        Stream.of(getClass().getPackageName()))
                .toArray(String[]::new);
    }

    @Test
    void everyTypeThatJacksonMapsIsRegistered() {
        Handovers handovers = new Handovers(classes);
        Set<Class<?>> mapped = MappedTypes.of(handovers.types());

        assertThat(handovers.unclear())
                .as("give Jackson something of which nobody can tell what it is")
                .isEmpty();
        assertThat(mapped).as("mapped types").isNotEmpty();
        assertThat(mapped).allSatisfy(type -> assertThat(registrations.has(type))
                .as("%s is mapped by Jackson and needs @RegisterForReflection", type.getName())
                .isTrue());
    }

    @Test
    void everyFileThatMayBeReadIsRegistered() {
        assertThat(archives())
                .flatExtracting(Archive::files)
                .filteredOn(file -> !file.endsWith(".class") && FOUND.stream().noneMatch(file::startsWith))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(registrations.has(file))
                        .as("%s needs @RegisterResources beside who reads it", file)
                        .isTrue());
    }

    @Test
    void everyProviderThatIsFoundByNameIsRegistered() {
        assertThat(archives())
                .flatExtracting(archive -> archive.files().stream()
                        .filter(file -> file.startsWith(PROVIDERS))
                        .flatMap(file -> archive.lines(file).stream())
                        .toList())
                .isNotEmpty()
                .allSatisfy(provider -> assertThat(registrations.has(Class.forName(provider)))
                        .as("%s is made by its name and needs @RegisterForReflection", provider)
                        .isTrue());
    }

    @Test
    void whereverSomethingIsRegisteredThePlatformLooks() {
        Archive application = Archive.of(classes.stream()
                .filter(type -> type.getPackageName().startsWith(getClass().getPackageName()))
                .findFirst()
                .orElseThrow()
                .reflect());
        assertThat(registrations.holders())
                .extracting(Archive::of)
                .filteredOn(archive -> !archive.equals(application))
                .isNotEmpty()
                .allMatch(Archive::isIndexed, "has META-INF/beans.xml");
    }

    @Test
    void cachesHaveTheirClassesRegistered() {
        assertThat(classes)
                .filteredOn(type -> !type.getPackageName().equals(CACHES))
                .flatExtracting(JavaClass::getMethodCallsFromSelf)
                .filteredOn(call -> call.getTarget().getFullName().startsWith(NEW_CACHE))
                .as("caches begin in %s, which registers what is found by name", CACHES)
                .isEmpty();
    }

    private Set<Archive> archives() {
        return classes.stream().map(JavaClass::reflect).map(Archive::of).collect(Collectors.toSet());
    }
}
