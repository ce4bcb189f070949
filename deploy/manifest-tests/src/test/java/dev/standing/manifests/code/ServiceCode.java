package dev.standing.manifests.code;

import dev.standing.contracts.event.Topics;
import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the three services, as its sources have it. */
public record ServiceCode(Service service, Properties properties) {
    private static final Pattern TOPIC = Pattern.compile("Topics\\.([A-Z]+)\\b(?!\\()");

    public static ServiceCode of(Service service) {
        Properties properties = new Properties();
        Path file = folder(service).resolve("resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceCode(service, properties);
    }

    public static Stream<ServiceCode> all() {
        return Stream.of(Service.values()).map(ServiceCode::of);
    }

    private static Path folder(Service service) {
        return Repository.root().resolve(name(service)).resolve("src/main");
    }

    private static String name(Service service) {
        return service.key() + "-service";
    }

    /** As its folder, its image, its Deployment and its user of Kafka are called. */
    public String name() {
        return name(service);
    }

    /** Its role and its schema. */
    public String role() {
        return service.key();
    }

    public int port() {
        return Integer.parseInt(properties.getProperty("quarkus.http.port"));
    }

    public int managementPort() {
        return Integer.parseInt(properties.getProperty("quarkus.management.port"));
    }

    /** The topics of its incoming channels. */
    public Set<String> heard() {
        return values("mp\\.messaging\\.incoming\\.[a-z-]+\\.topics?");
    }

    /** Topics that its code names and that it does not hear, so says. */
    public Set<String> said() {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder(service).resolve("java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                TOPIC.matcher(source).results().map(ServiceCode::topic).forEach(said::add);
                // What delivery says for whoever asks its relays for it.
                if (source.contains("askWatermark(")) {
                    said.add(Topics.WATERMARKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said.retainAll(Topics.all());
        said.removeAll(heard());
        return said;
    }

    private static String topic(MatchResult found) {
        try {
            return String.valueOf(Topics.class.getField(found.group(1)).get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it notes what it could not read. */
    public Set<String> deadLetters() {
        return heard().stream().map(Topics::deadLetters).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its consumers' group, up to where it becomes random. */
    public String group() {
        return values("mp\\.messaging\\.incoming\\.[a-z-]+\\.group\\.id")
                .iterator()
                .next()
                .replace("${quarkus.uuid}", "");
    }

    public boolean hasGroupPerProcess() {
        return values("mp\\.messaging\\.incoming\\.[a-z-]+\\.group\\.id")
                .iterator()
                .next()
                .contains("$");
    }

    private Set<String> values(String names) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.matches(names))
                .flatMap(name -> Stream.of(properties.getProperty(name).split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
