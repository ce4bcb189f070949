package dev.standing.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description, which the platform does not make from the code here, names the routes that there are. */
class DescribedRoutesTest {
    @Test
    void theDescriptionNamesEveryRouteAndNoOther() throws IOException {
        Set<String> routes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.standing.ingest").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(DescribedRoutesTest::routes)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes).isNotEmpty().isEqualTo(described());
    }

    private static Stream<String> routes(JavaClass resource) {
        String root = resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .flatMap(method -> verbs(method).map(verb -> verb + " " + path(root, method)));
    }

    private static Stream<String> verbs(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(type -> type.getAnnotationOfType(HttpMethod.class).value());
    }

    private static String path(String root, JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? root + "/" + method.getAnnotationOfType(Path.class).value()
                : root;
    }

    private static Set<String> described() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(DescribedRoutesTest.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
            Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            Set<String> described = new TreeSet<>();
            ((Map<?, ?>) Objects.requireNonNull(document.get("paths"))).forEach((path, verbs) -> ((Map<?, ?>) verbs)
                    .keySet()
                    .forEach(verb -> described.add(verb.toString().toUpperCase(Locale.ROOT) + " " + path)));
            return described;
        }
    }
}
