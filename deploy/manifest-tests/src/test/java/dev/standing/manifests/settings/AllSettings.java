package dev.standing.manifests.settings;

import dev.standing.manifests.code.ServiceCode;
import dev.standing.manifests.render.Yaml;
import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** Everything that can be set, the suite's own and what is worth setting of the platform, by section of the table. */
public final class AllSettings {
    private static final List<String> SHARED = List.of("web", "database", "delivery");

    private static final Map<String, List<Setting>> SECTIONS = read();

    private AllSettings() {}

    private record Described(
            String name, @Nullable String type, @Nullable String ordinary, String meaning) {}

    /** By heading. */
    public static Map<String, List<Setting>> sections() {
        return SECTIONS;
    }

    private static Map<String, List<Setting>> read() {
        Map<String, List<Setting>> sections = new LinkedHashMap<>();
        List<Setting> described = described();
        sections.put(
                "Of every service",
                Stream.concat(described.stream().filter(AllSettings::isOurs), ofEveryDoor())
                        .toList());
        for (Service service : Service.values()) {
            sections.put("Of " + service.key() + "-service", OwnSettings.of(module(service.key() + "-service")));
        }
        sections.put(
                "Of the platform",
                described.stream().filter(each -> !isOurs(each)).toList());
        return sections;
    }

    /** Where services have others, their defaults stand in properties. */
    private static Stream<Setting> ofEveryDoor() {
        return OwnSettings.of(module("web")).stream()
                .map(each -> each.ordinary() != null
                        ? each
                        : new Setting(each.name(), each.type(), ours(each.name()), each.meaning()));
    }

    /** By the name of its environment variable. */
    public static Optional<Setting> ofVariable(String variable) {
        return all().filter(each -> each.variable().equals(variable)).findFirst();
    }

    /** Where neither a service nor an operator says anything. */
    public static String defaultOfQuarkus(String name) {
        return Objects.requireNonNull(QuarkusSettings.atRunTime().get(name), name)
                .ordinary();
    }

    public static Optional<Setting> ofName(String name) {
        return all().filter(each -> each.name().equals(name)).findFirst();
    }

    private static Stream<Setting> all() {
        return SECTIONS.values().stream().flatMap(List::stream);
    }

    private static boolean isOurs(Setting setting) {
        return setting.name().startsWith("standing.");
    }

    private static List<Setting> described() {
        Map<String, Setting> quarkus = QuarkusSettings.atRunTime();
        Path file = module("deploy/manifest-tests").resolve("src/test/resources/settings.yaml");
        return Stream.of(Yaml.read(file, Described[].class))
                .map(each -> setting(each, quarkus.get(each.name())))
                .toList();
    }

    private static Setting setting(Described described, @Nullable Setting known) {
        String name = described.name();
        if (known == null && name.startsWith("quarkus.")) {
            throw new IllegalArgumentException(
                    name + " is no setting of Quarkus that can be set when a service starts");
        }
        if (name.startsWith("kafka.") && !AdminClientConfig.configNames().contains(name.substring("kafka.".length()))) {
            throw new IllegalArgumentException(name + " is no setting of a client of Kafka");
        }
        String type =
                described.type() == null ? Objects.requireNonNull(known, name).type() : described.type();
        String ours = ours(name);
        String platform = described.ordinary() != null ? described.ordinary() : known == null ? null : known.ordinary();
        return new Setting(name, type, ours == null ? platform : ours, described.meaning());
    }

    /** What the services' properties say; nothing where they say different things, which the meaning tells then. */
    private static @Nullable String ours(String name) {
        List<String> values = Stream.concat(ServiceCode.all().map(ServiceCode::properties), shared(SHARED))
                .map(each -> each.getProperty("%prod." + name, each.getProperty(name)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return values.isEmpty() ? null : values.size() > 1 ? "" : values.getFirst();
    }

    private static Stream<Properties> shared(List<String> modules) {
        return modules.stream()
                .map(name -> module(name).resolve("src/main/resources/META-INF/microprofile-config.properties"))
                .filter(Files::exists)
                .map(AllSettings::read);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Path module(String name) {
        return Repository.root().resolve(name);
    }
}
