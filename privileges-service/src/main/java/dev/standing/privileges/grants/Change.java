package dev.standing.privileges.grants;

/**
 * A privilege that came to be another.
 *
 * @param perk its place in the policy
 * @param told whether others should hear of it; not so where only what comes after an announced end is another
 */
public record Change(int perk, Privilege now, Why why, boolean told) {

    static Change of(int perk, Privilege before, Privilege now) {
        Why why = now.tier() > before.tier()
                ? Why.CONDITIONS_MET
                : now.tier() < before.tier()
                        ? Why.GRACE_ENDED
                        : now instanceof Privilege.Ending ? Why.CONDITIONS_NO_LONGER_MET : Why.CONDITIONS_MET_AGAIN;
        boolean bothEnding = before instanceof Privilege.Ending one
                && now instanceof Privilege.Ending other
                && one.held().equals(other.held())
                && one.until().equals(other.until());
        return new Change(perk, now, why, !bothEnding);
    }
}
