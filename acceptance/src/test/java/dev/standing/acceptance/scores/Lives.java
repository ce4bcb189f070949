package dev.standing.acceptance.scores;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.behaviour.Kind;
import dev.standing.contracts.policy.SpecialCategories;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records of every kind that there is, at random from a seed. */
public final class Lives {
    private static final List<Kind> KINDS =
            List.copyOf(BehaviourCatalogue.load().kinds().values());
    private static final int YEARS = 7;
    private static final int DAYS_A_YEAR = 365;
    private static final List<String> CATEGORIES = List.of("5411", "5735", "4900", "7011", "5814", "6513", "0742");

    private final Random random;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public Lives(long seed) {
        this.random = new Random(seed);
    }

    /** So many records of one member, each from one of the partners, ids counted from the prefix. */
    public List<Oracle.Sent> of(String member, List<String> partners, int records, String idPrefix) {
        List<Oracle.Sent> life = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            String partner = partners.get(random.nextInt(partners.size()));
            life.add(new Oracle.Sent(partner, record(idPrefix + "-" + i, member)));
        }
        return life;
    }

    private Behaviour record(String id, String member) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        // Half of it lately, or the short windows would hold next to nothing.
        int days = random.nextBoolean() ? DAYS_A_YEAR : YEARS * DAYS_A_YEAR;
        Instant at = now.minus(random.nextInt(days), ChronoUnit.DAYS).minusSeconds(random.nextInt(3_600));
        return new Behaviour(
                        id,
                        member,
                        kind.name(),
                        at.toString(),
                        has(kind.amount()) ? Long.valueOf(1 + random.nextInt(100_000)) : null,
                        null,
                        has(kind.count()) ? Long.valueOf(1 + random.nextInt(20)) : null,
                        has(kind.merchantCategory()) ? category() : null)
                .withCurrency();
    }

    private String category() {
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        if (SpecialCategories.revealedBy(category).isPresent()) {
            throw new IllegalStateException(category + " is refused");
        }
        return category;
    }

    private boolean has(Kind.Presence presence) {
        return switch (presence) {
            case REQUIRED -> true;
            case OPTIONAL -> random.nextBoolean();
            case REFUSED -> false;
        };
    }
}
