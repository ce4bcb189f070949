package dev.standing.privileges.setup;

import dev.standing.contracts.policy.Fingerprint;
import dev.standing.contracts.policy.PolicyText;
import dev.standing.database.Edition;
import dev.standing.database.Editions;
import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.grants.HeardDisputes;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.PerkPolicyReader;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Makes the parts that know nothing of the platform. */
@Singleton
@RegisterResources(globs = "policies/*.yaml")
public final class Setup {
    private static final int FIRST = 0;

    /** At start and before anything that needs it is made, so that a policy that is refused refuses the start in one line. */
    @Produces
    @Singleton
    @Startup(FIRST)
    PerkPolicy policy(PrivilegesConfig config) {
        return PerkPolicyReader.read(config.policy(), PolicyText.read("standing.privileges.policy", config.policy()));
    }

    /** What the privileges that are stored stand on. */
    @Produces
    @Singleton
    Editions editions(PerkPolicy policy, PrivilegesConfig config) {
        return new Editions(List.of(new Edition(
                "perk policy " + policy.name() + "/" + policy.version(),
                config.policy(),
                Fingerprint.of(policy.document()))));
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

    @Produces
    @Singleton
    HeardDisputes heardDisputes(PrivilegesConfig config) {
        return new HeardDisputes(config.withdrawalBound(), InstantSource.system());
    }
}
