package dev.standing.benchmarks.members;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.grants.Privilege.Settled;
import dev.standing.privileges.grants.Source;
import dev.standing.privileges.grants.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Members as the community's policy and scorecard make them: six perks, of which four are above the baseline and one in ten is about to end,
 * two consents, four reasons of one in five. The same number is always the same member.
 */
final class Likely {
    private static final Instant BEGIN = Instant.parse("2026-08-01T00:00:00Z");
    private static final int SECONDS = 90 * 86_400;
    private static final int PERKS = 6;
    private static final int HELD = 4;
    private static final List<Band> BANDS = List.of(Band.values());
    private static final int PARTNERS = 40;
    private static final int MOST_LOST = 40;
    private static final List<String> PARTNER_NAMES =
            IntStream.range(0, PARTNERS).mapToObj(i -> "partner-" + i).toList();
    /** Texts are a scorecard's, and were one instance each among objects too. */
    private static final List<String> CODES =
            IntStream.range(0, 12).mapToObj(i -> "REASON-" + i).toList();

    private Likely() {}

    /** As long as the names that identity providers issue. */
    static String name(long n) {
        return "auth0|%016x".formatted(n * 0x9E3779B97F4A7C15L);
    }

    static Member member(long n) {
        SplittableRandom random = new SplittableRandom(n);
        Instant asOf = instant(random).plusNanos(1_000L * random.nextInt(1_000_000));
        int base = random.nextInt(550, 850);
        Facts facts = new Facts(
                base + random.nextInt(30),
                base,
                BANDS.get(random.nextInt(BANDS.size())),
                BANDS.get(random.nextInt(BANDS.size())),
                random.nextInt(2_000),
                new DimensionPoints(Map.of()));
        return new Member(
                1 + random.nextInt(100),
                facts,
                20_000L + random.nextInt(700),
                new Source("community/1", asOf, reasons(random)),
                privileges(random, asOf),
                Map.of(partner(n), consent(random), partner(n + 1), consent(random)),
                Map.of());
    }

    private static List<ScoreReason> reasons(SplittableRandom random) {
        List<ScoreReason> reasons = new ArrayList<>();
        int first = random.nextInt(CODES.size());
        for (int i = 0; i < (random.nextInt(5) == 0 ? 0 : ScoreReason.MOST); i++) {
            String code = CODES.get((first + i) % CODES.size());
            reasons.add(new ScoreReason(code, code, 1 + random.nextInt(MOST_LOST)));
        }
        return reasons;
    }

    private static List<Privilege> privileges(SplittableRandom random, Instant asOf) {
        List<Privilege> privileges = new ArrayList<>();
        for (int perk = 0; perk < PERKS; perk++) {
            Settled held = new Settled(1, instant(random), Why.CONDITIONS_MET);
            if (perk >= HELD) {
                privileges.add(new Settled(0, asOf, Why.BASELINE));
            } else if (random.nextInt(10) == 0) {
                Instant until = held.since().plus(Duration.ofDays(14));
                privileges.add(new Ending(held, until, new Settled(0, until, Why.GRACE_ENDED)));
            } else {
                privileges.add(held);
            }
        }
        return privileges;
    }

    private static String partner(long n) {
        return PARTNER_NAMES.get((int) (n % PARTNERS));
    }

    private static Consent consent(SplittableRandom random) {
        return new Consent(1 + random.nextInt(4), random.nextInt(5) > 0);
    }

    private static Instant instant(SplittableRandom random) {
        return BEGIN.plusMillis(1_000L * random.nextInt(SECONDS) + random.nextInt(1_000));
    }
}
