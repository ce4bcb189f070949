package dev.standing.privileges.setup;

import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.grants.Members;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.PerkPolicyReader;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Makes the parts that know nothing of the platform. */
@Singleton
@RegisterResources(globs = "policies/*.yaml")
public final class Setup {
    private static final String CLASS_PATH = "classpath:";
    private static final int FIRST = 0;

    /** At start and before anything that needs it is made, so that a policy that is refused refuses the start in one line. */
    @Produces
    @Singleton
    @Startup(FIRST)
    PerkPolicy policy(PrivilegesConfig config) throws IOException {
        return PerkPolicyReader.read(config.policy(), text(config.policy()));
    }

    @Produces
    @Singleton
    Members members() {
        return new Members();
    }

    @Produces
    @Singleton
    HeardConsents heardConsents(PrivilegesConfig config) {
        return new HeardConsents(config.withdrawalBound(), InstantSource.system());
    }

    private static String text(String location) throws IOException {
        if (!location.startsWith(CLASS_PATH)) {
            try {
                return Files.readString(Path.of(location));
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException(missing(location), e);
            }
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader.getResourceAsStream(location.substring(CLASS_PATH.length()))) {
            if (stream == null) {
                throw new IllegalArgumentException(missing(location));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String missing(String location) {
        return "The setting standing.privileges.policy is '" + location
                + "'; allowed: a file that is there, or classpath: and a resource that is";
    }
}
