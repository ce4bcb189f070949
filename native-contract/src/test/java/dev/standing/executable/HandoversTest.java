package dev.standing.executable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandoversTest {

    record Read(List<? extends Held> held, Map<String, Kind[]> kinds) {}

    record Held(int value) {}

    enum Kind {
        ONE
    }

    record Written(String text) {}

    record Answered(String text) {}

    record Other(String text) {}

    sealed interface Family permits Left, Right {}

    record Left(int value) implements Family {}

    record Right(int value) implements Family {}

    /** The type comes by a constructor, the value by a parameter that may be anything. */
    static final class Lines<T> {
        private final ObjectMapper mapper = new ObjectMapper();
        private final Class<T> type;

        Lines(Class<T> type) {
            this.type = type;
        }

        T read(String json) throws IOException {
            return mapper.readValue(json, type);
        }

        String write(Object value) throws IOException {
            return mapper.writeValueAsString(value);
        }

        String writeFamily(Family family) throws IOException {
            return mapper.writeValueAsString(family);
        }
    }

    static final class Uses {
        private final Lines<Read> lines = new Lines<>(Read.class);

        String copy(Written written) throws IOException {
            return lines.write(written);
        }

        Response answer() {
            return Response.ok().entity(made()).build();
        }

        private static Answered made() {
            return new Answered(Other.class.getName());
        }
    }

    static final class Riddle {
        String write(Map<String, String> map) throws IOException {
            return new ObjectMapper().writeValueAsString(map);
        }
    }

    @Test
    void typesAreFoundThroughConstructorsParametersAndWhatIsMadeOnTheWay() {
        Handovers handovers = new Handovers(new ClassFileImporter().importClasses(Lines.class, Uses.class));

        assertThat(handovers.types())
                .containsExactlyInAnyOrder(Read.class, Written.class, Answered.class, Family.class);
        assertThat(handovers.unclear()).isEmpty();
        assertThat(MappedTypes.of(handovers.types()))
                .containsExactlyInAnyOrder(
                        Read.class, Held.class, Kind.class, Written.class, Answered.class, Left.class, Right.class);
    }

    @Test
    void whatCannotBeFollowedIsSaidAndNotPassedOver() {
        assertThat(new Handovers(new ClassFileImporter().importClasses(Riddle.class)).unclear())
                .hasSize(1)
                .allMatch(unit -> unit.contains("Riddle.write"));
    }

    @RegisterForReflection
    record Registered(Nested nested) {
        record Nested(int value) {}
    }

    @RegisterForReflection(targets = Held.class)
    @RegisterResources(globs = "policies/*.yaml")
    static final class Holder {}

    @RegisterForReflection(methods = false)
    record Half(int value) {}

    @Test
    void annotationsAreReadAsThePlatformReadsThem() {
        Registrations registrations = new Registrations(
                new ClassFileImporter().importClasses(Registered.class, Holder.class, Half.class, Other.class));

        assertThat(registrations.has(Registered.class)).isTrue();
        assertThat(registrations.has(Registered.Nested.class)).isTrue();
        assertThat(registrations.has(Held.class)).isTrue();
        assertThat(registrations.has(Holder.class)).isFalse();
        assertThat(registrations.has(Half.class)).isFalse();
        assertThat(registrations.has(Other.class)).isFalse();
        assertThat(registrations.has("policies/a.yaml")).isTrue();
        assertThat(registrations.has("policies/deeper/a.yaml")).isFalse();
        assertThat(registrations.has("golden/a.json")).isFalse();
    }
}
