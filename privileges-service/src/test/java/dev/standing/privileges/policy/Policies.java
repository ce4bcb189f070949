package dev.standing.privileges.policy;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.privileges.condition.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Policies and facts for tests. */
public final class Policies {
    private Policies() {}

    /** The policy that ships. */
    public static PerkPolicy community() {
        return PerkPolicyReader.read("community.yaml", text("/policies/community.yaml"));
    }

    public static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(Policies.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts of a member whose friends add nothing, with bands of 100 points each. */
    public static Facts facts(int score, int tenureDays) {
        return facts(score, score, tenureDays);
    }

    public static Facts facts(int score, int base, int tenureDays) {
        return new Facts(
                score, base, band(score), band(base), tenureDays, new DimensionPoints(Map.of("history", base / 4)));
    }

    public static Facts random(RandomGenerator random) {
        int base = random.nextInt(350, 951);
        int score = Math.clamp(base + random.nextInt(-30, 31), 350, 950);
        return facts(score, base, random.nextInt(500));
    }

    private static Band band(int points) {
        return points < 550
                ? Band.POOR
                : points < 600
                        ? Band.FAIR
                        : points < 650 ? Band.GOOD : points < 700 ? Band.EXCELLENT : Band.OUTSTANDING;
    }
}
