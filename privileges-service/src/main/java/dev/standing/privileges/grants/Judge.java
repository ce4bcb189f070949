package dev.standing.privileges.grants;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a member holds once a score, or time, has moved. Pure: the same member, score and instant give the same
 * verdict. Redelivered and overtaken scores change nothing, by the sequence that each member's scores carry.
 *
 * <p>Nothing is taken while a {@link Freeze} keeps it back. What is earned is granted all the same.
 */
public final class Judge {
    /** What is kept back without a day of its end, because its perk has no grace, has one from now on. */
    private static final Duration SHORTEST_GRACE = Duration.ofMillis(1);

    private final PerkPolicy policy;

    public Judge(PerkPolicy policy) {
        this.policy = policy;
    }

    /** The verdict on a new score; without changes and with the same member where the score is old. */
    public Verdict judge(Member member, ScoreEvent score, Instant now, boolean disputesKnown) {
        if (score.sequence() <= member.sequence()) {
            return new Verdict(member, List.of());
        }
        return judge(
                member.scored(
                        score.sequence(),
                        facts(score),
                        Member.firstDay(score.firstRecordOn(), score.tenureInDays(), score.asOf()),
                        Source.of(score)),
                now,
                disputesKnown);
    }

    /**
     * The verdict on time passing: ends that have come, and conditions that wait for days.
     *
     * @param disputesKnown whether it is known lately which records members contest
     */
    public Verdict judge(Member member, Instant now, boolean disputesKnown) {
        Facts facts = facts(member, now);
        if (facts == null) {
            return new Verdict(member, List.of());
        }
        List<Privilege> before = member.privileges().isEmpty() ? baselines(now) : member.privileges();
        int[] earned = policy.earned(facts);
        Freeze freeze = Freeze.of(member, disputesKnown);
        List<Privilege> after = new ArrayList<>(before);
        List<Change> changes = new ArrayList<>();
        for (Perk perk : policy.perks()) {
            Privilege held = before.get(perk.index());
            boolean isGraceless = perk.grace().isZero() && freeze.keeps(now, now);
            Privilege holds = freeze.left(held, now)
                    .judged(earned[perk.index()], now, isGraceless ? SHORTEST_GRACE : perk.grace());
            if (!holds.equals(held)) {
                after.set(perk.index(), holds);
                changes.add(Change.of(perk.index(), held, holds));
            }
        }
        boolean unchanged = changes.isEmpty() && !member.privileges().isEmpty();
        return new Verdict(unchanged ? member : member.with(after), changes);
    }

    /** Whether an announced end has come, so that a verdict is due. */
    public static boolean isDue(Member member, Instant now) {
        List<Privilege> privileges = member.privileges();
        for (int i = 0; i < privileges.size(); i++) {
            if (privileges.get(i) instanceof Privilege.Ending ending && !now.isBefore(ending.until())) {
                return true;
            }
        }
        return false;
    }

    /** The facts as of today: days pass without a score being published. */
    public static @Nullable Facts facts(Member member, Instant now) {
        Facts facts = member.facts();
        Long firstDay = member.firstDay();
        if (facts == null || firstDay == null) {
            return facts;
        }
        return facts.withTenureDays(Math.clamp(Member.day(now) - firstDay, facts.tenureDays(), Integer.MAX_VALUE));
    }

    /** The facts of a score, with no more dimensions than the policy uses. */
    private Facts facts(ScoreEvent score) {
        return new Facts(
                score.score(),
                score.base(),
                score.band(),
                score.baseBand(),
                score.tenureInDays(),
                score.dimensions().only(policy.dimensions()));
    }

    private List<Privilege> baselines(Instant now) {
        return Collections.nCopies(policy.perks().size(), new Privilege.Settled(Perk.BASELINE, now, Why.BASELINE));
    }
}
