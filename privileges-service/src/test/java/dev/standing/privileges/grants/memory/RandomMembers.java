package dev.standing.privileges.grants.memory;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.grants.Privilege.Settled;
import dev.standing.privileges.grants.Source;
import dev.standing.privileges.grants.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Members with whatever a member may have, usual and extreme. */
final class RandomMembers {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<String> DIMENSIONS =
            List.of("history", "capacity", "behaviour", "identity", "connections");

    private final Random random;

    RandomMembers(Random random) {
        this.random = random;
    }

    Member next() {
        return new Member(
                random.nextInt(4) == 0 ? number() : random.nextInt(100),
                sometimes(this::facts),
                sometimes(this::number),
                sometimes(this::source),
                privileges(random.nextInt(8)),
                consents(),
                disputes());
    }

    private <T> @Nullable T sometimes(Supplier<T> value) {
        return random.nextInt(5) == 0 ? null : value.get();
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MIN_VALUE;
            case 2 -> random.nextLong();
            default -> random.nextLong(-100, 100);
        };
    }

    private int whole() {
        return random.nextInt(4) == 0 ? (int) number() : random.nextInt(350, 951);
    }

    private Facts facts() {
        Map<String, Integer> points = new HashMap<>();
        for (String dimension : DIMENSIONS) {
            if (random.nextBoolean()) {
                points.put(dimension, whole());
            }
        }
        return new Facts(
                whole(), whole(), any(Band.values()), any(Band.values()), whole(), new DimensionPoints(points));
    }

    private Source source() {
        List<ScoreReason> reasons = new ArrayList<>();
        for (int i = random.nextInt(ScoreReason.MOST + 1); i > 0; i--) {
            reasons.add(new ScoreReason("CODE-" + random.nextInt(9), "Zu spät ✓ " + random.nextInt(9), whole()));
        }
        return new Source("community/" + random.nextInt(3), instant(), random.nextInt(4) == 0 ? null : reasons);
    }

    private Instant instant() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextBoolean() ? Instant.MIN : Instant.MAX;
            case 1 -> NOW.plusNanos(random.nextLong());
            case 3 -> NOW.plusNanos(1_000L * random.nextInt());
            case 4 -> Instant.ofEpochSecond(1_000_000_000_000L * random.nextInt(-1, 2), 1_000L * random.nextInt(2));
            case 2 -> Instant.EPOCH.minusMillis(random.nextLong(1L << 50));
            default -> NOW.plusMillis(random.nextInt());
        };
    }

    private List<Privilege> privileges(int perks) {
        List<Privilege> privileges = new ArrayList<>();
        for (int perk = 0; perk < perks; perk++) {
            privileges.add(privilege(random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(5)));
        }
        return privileges;
    }

    private Privilege privilege(int tier) {
        Settled held = new Settled(tier, instant(), any(Why.values()));
        return tier == 0 || random.nextBoolean() ? held : new Ending(held, instant(), privilege(random.nextInt(tier)));
    }

    private Map<String, Consent> consents() {
        Map<String, Consent> consents = new HashMap<>();
        for (int i = random.nextInt(20) == 0 ? 300 : random.nextInt(4); i > 0; i--) {
            consents.put(
                    random.nextInt(20) == 0 ? "" : "partner-" + random.nextInt(400),
                    new Consent(number(), random.nextBoolean()));
        }
        return consents;
    }

    private Map<String, Dispute> disputes() {
        Map<String, Dispute> disputes = new HashMap<>();
        for (int i = random.nextInt(3) == 0 ? random.nextInt(20) : 0; i > 0; i--) {
            disputes.put("d-" + random.nextInt(1_000), new Dispute(random.nextBoolean(), instant()));
        }
        return disputes;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A privilege that nobody would hold by chance: with several announced ends. */
    static Privilege endingTwice() {
        return new Ending(
                new Settled(3, NOW, Why.CONDITIONS_MET),
                NOW.plus(Duration.ofDays(1)),
                new Settled(1, NOW, Why.BASELINE).judged(0, NOW.plus(Duration.ofDays(2)), Duration.ofDays(3)));
    }
}
