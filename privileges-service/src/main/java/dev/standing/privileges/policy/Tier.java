package dev.standing.privileges.policy;

import dev.standing.privileges.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A level of a perk. The first of a perk is the baseline and has no condition. Immutable. */
public final class Tier {
    private final String name;
    private final @Nullable String text;
    private final @Nullable Condition condition;
    private final long[] benefits;
    private final List<Requirement> requires;
    private final List<TermLimit> limits;

    Tier(
            String name,
            @Nullable String text,
            @Nullable Condition condition,
            long[] benefits,
            List<Requirement> requires,
            List<TermLimit> limits) {
        this.name = name;
        this.text = text;
        this.condition = condition;
        this.benefits = benefits.clone();
        this.requires = List.copyOf(requires);
        this.limits = List.copyOf(limits);
    }

    public String name() {
        return name;
    }

    public @Nullable String text() {
        return text;
    }

    /** The condition as it was written, or null for the baseline. */
    public @Nullable String when() {
        return condition == null ? null : condition.text();
    }

    /** The value of a benefit, by its place in {@link Perk#benefits()}. */
    public long benefit(int index) {
        return benefits[index];
    }

    /** By rising term, without gap or overlap; empty for a perk without limits. */
    public List<TermLimit> limits() {
        return limits;
    }

    /** The most that may be lent over this term; 0 where nothing is. */
    public long maxAmountMinor(int termMonths) {
        for (TermLimit limit : limits) {
            if (limit.covers(termMonths)) {
                return limit.maxAmountMinor();
            }
        }
        return 0;
    }

    @Nullable
    Condition condition() {
        return condition;
    }

    public List<Requirement> requires() {
        return requires;
    }
}
