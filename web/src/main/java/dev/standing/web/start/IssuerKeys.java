package dev.standing.web.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * A service that knows no issuer's keys would be ready and refuse everybody: the platform looks for them at the first call, and then says no more than 401.
 * An address is not asked at start, for an issuer may be away.
 */
@Singleton
class IssuerKeys {
    private static final String LOCATION = "mp.jwt.verify.publickey.location";

    /** What the platform takes instead. */
    private static final List<String> OTHERS =
            List.of("mp.jwt.verify.publickey", "smallrye.jwt.verify.key.location", "smallrye.jwt.verify.secretkey");

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, Config config) {
        require(config);
    }

    static void require(Config config) {
        if (OTHERS.stream().anyMatch(name -> isSet(config, name))) {
            return;
        }
        if (!isSet(config, LOCATION)) {
            throw new IllegalStateException("The setting " + LOCATION + " is missing, and has no default");
        }
        String location = config.getValue(LOCATION, String.class);
        if (!isFound(location)) {
            throw new IllegalStateException("The setting " + LOCATION + " is '" + location
                    + "'; allowed: a URL, or a file that can be read, with the issuer's keys");
        }
    }

    private static boolean isSet(Config config, String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    private static boolean isFound(String location) {
        if (location.matches("(https?|classpath|jar):.*")) {
            return true;
        }
        Path file = Path.of(location.replaceFirst("^file:", ""));
        return (Files.isRegularFile(file)
                        && Files.isReadable(file)
                        && file.toFile().length() > 0)
                || Thread.currentThread().getContextClassLoader().getResource(location) != null;
    }
}
