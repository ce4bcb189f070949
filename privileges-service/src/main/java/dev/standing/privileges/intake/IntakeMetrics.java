package dev.standing.privileges.intake;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a dashboard wants to know of the intake. */
@Singleton
class IntakeMetrics {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Timer scoreToPrivilege;
    private final Timer acceptToPrivilege;
    private final List<AtomicLong[]> grants = new ArrayList<>();

    IntakeMetrics(MeterRegistry registry, PerkPolicy policy, Members members) {
        scoreToPrivilege =
                delay(registry, "standing.privileges.score.to.privilege", "From a score's making to its privileges");
        acceptToPrivilege = delay(
                registry, "standing.privileges.accept.to.privilege", "From a record's acceptance to its privileges");
        Gauge.builder("standing.privileges.members", members, Members::size)
                .description("Members in memory; each process has them all")
                .register(registry);
        for (Perk perk : policy.perks()) {
            AtomicLong[] held = new AtomicLong[perk.tiers().size()];
            for (int tier = 0; tier < held.length; tier++) {
                held[tier] = new AtomicLong();
                Gauge.builder("standing.privileges.grants", held[tier], AtomicLong::get)
                        .description("Members who hold the tier; 0 where this process does not lead")
                        .tag("perk", perk.name())
                        .tag("tier", perk.tier(tier).name())
                        .register(registry);
            }
            grants.add(held);
        }
    }

    void scored(ScoreEvent score, Instant now) {
        scoreToPrivilege.record(bounded(score.asOf(), now));
        acceptToPrivilege.record(bounded(score.causeAt(), now));
    }

    /** Who holds what now. */
    void count(Members members) {
        for (int perk = 0; perk < grants.size(); perk++) {
            for (int tier = 0; tier < grants.get(perk).length; tier++) {
                grants.get(perk)[tier].set(members.holding(perk, tier));
            }
        }
    }

    /** Another process counts from here on. */
    void ended() {
        for (AtomicLong[] held : grants) {
            Arrays.stream(held).forEach(each -> each.set(0));
        }
    }

    /** Between nothing and what a timer can hold, for the instants are what somebody else says. */
    private static Duration bounded(Instant from, Instant to) {
        Duration delay = Duration.between(from, to);
        return delay.isNegative() ? Duration.ZERO : delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static Timer delay(MeterRegistry registry, String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }
}
