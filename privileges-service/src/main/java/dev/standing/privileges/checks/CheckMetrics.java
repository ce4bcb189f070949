package dev.standing.privileges.checks;

import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Checks by perk and outcome, each counter looked up once. */
final class CheckMetrics {
    private final List<Counter> allowed;
    private final List<Counter> denied;

    CheckMetrics(PerkPolicy policy, MeterRegistry registry) {
        allowed = policy.perks().stream()
                .map(perk -> counter(registry, perk, "allowed"))
                .toList();
        denied = policy.perks().stream()
                .map(perk -> counter(registry, perk, "denied"))
                .toList();
    }

    void count(Perk perk, boolean isAllowed) {
        (isAllowed ? allowed : denied).get(perk.index()).increment();
    }

    private static Counter counter(MeterRegistry registry, Perk perk, String outcome) {
        return Counter.builder("standing.privileges.checks")
                .description("Checks that were answered")
                .tag("perk", perk.name())
                .tag("outcome", outcome)
                .register(registry);
    }
}
