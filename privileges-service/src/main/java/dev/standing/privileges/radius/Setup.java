package dev.standing.privileges.radius;

import dev.standing.contracts.policy.PolicyText;
import dev.standing.privileges.policy.PerkPolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the network at start, so that one that is refused refuses the start. */
final class Setup {
    @Produces
    @Singleton
    @Startup
    Network network(RadiusConfig config, PerkPolicy policy) {
        return NetworkReader.read(
                config.network(), PolicyText.read("standing.privileges.radius.network", config.network()), policy);
    }
}
