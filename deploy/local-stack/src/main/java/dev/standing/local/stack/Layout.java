package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.Passwords;
import dev.standing.local.postgres.Postgres;
import dev.standing.local.postgres.Role;
import dev.standing.local.token.LocalIssuer;
import dev.standing.receipts.KeyFile;
import dev.standing.stack.ManagementPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the parts together: which program, which environment, which database role.
 *
 * @param root the folder of the sources
 * @param heap what the objects of each service may take at most, as {@code -Xmx} has it
 */
public record Layout(Path root, Form form, String heap) {

    private static final List<String> SERVICES = List.of("ingest", "scoring", "privileges");

    /** Kept beside the passwords, as it lives as long as the data do. */
    private static final String STEPS_KEY = "steps-key";

    List<Part> parts(Home home, PortPlan ports, LocalIssuer issuer) {
        List<String> roles = new ArrayList<>(SERVICES);
        roles.add("postgres");
        roles.add(STEPS_KEY);
        Passwords passwords = Passwords.in(home, roles);
        List<Part> parts = new ArrayList<>();
        for (String service : SERVICES) {
            Map<String, String> environment = environment(service, ports, passwords, issuer);
            if (service.equals("privileges")) {
                environment.putAll(ofPrivileges(home, ports));
            }
            parts.add(service(service, home, ports, environment));
        }
        parts.add(new PostgresPart(
                new Postgres.Settings(
                        home.data("postgresql"), ports.postgresql(), passwords.of("postgres"), home.log("postgresql")),
                SERVICES.stream()
                        .map(name -> new Role(name, passwords.of(name)))
                        .toList()));
        parts.add(new KafkaPart(home.data("kafka"), ports.kafka(), ports.controller(), home.log("kafka")));
        return List.copyOf(parts);
    }

    private ServicePart service(String service, Home home, PortPlan ports, Map<String, String> environment) {
        String name = service + "-service";
        Path target = root.resolve(name).resolve("target");
        return new ServicePart(
                name,
                port(service, ports),
                form.command(target, heap),
                environment,
                form.folder(target),
                home.log(name));
    }

    private static int port(String service, PortPlan ports) {
        return switch (service) {
            case "ingest" -> ports.ingest();
            case "scoring" -> ports.scoring();
            default -> ports.privileges();
        };
    }

    private static Map<String, String> environment(
            String service, PortPlan ports, Passwords passwords, LocalIssuer issuer) {
        String database = "postgresql://127.0.0.1:" + ports.postgresql() + "/" + Postgres.DATABASE;
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port(service, ports)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ManagementPort.of(port(service, ports))));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", service);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", passwords.of(service));
        if (service.equals("scoring")) {
            environment.put("STANDING_SCORING_STEPS_KEY", passwords.of(STEPS_KEY));
        }
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        // Not a URI, which would spell a blank as %20: what follows the colon is taken as it stands.
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "file:" + issuer.publicKeyFile());
        environment.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.ISSUER);
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QUARKUS_LOG_CONSOLE_COLOR", "false");
        return environment;
    }

    private static Map<String, String> ofPrivileges(Home home, PortPlan ports) {
        return Map.of(
                "STANDING_PRIVILEGES_WEBHOOKS_ALLOW_LOOPBACK",
                "true",
                "STANDING_PRIVILEGES_RECEIPTS_KEYS",
                KeyFile.in(home.secrets()).toString(),
                "STANDING_PRIVILEGES_RECEIPTS_ISSUER",
                "http://localhost:" + ports.privileges());
    }
}
