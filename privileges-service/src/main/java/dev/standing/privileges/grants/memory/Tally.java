package dev.standing.privileges.grants.memory;

import dev.standing.privileges.grants.Member;
import dev.standing.privileges.policy.Perk;
import java.util.Arrays;

/** How many members hold each tier of each perk. Used by one thread. */
final class Tally {
    private long[][] members = new long[0][];

    long of(int perk, int tier) {
        return perk < members.length && tier < members[perk].length ? members[perk][tier] : 0;
    }

    void add(Member member) {
        count(member, 1);
    }

    void remove(Member member) {
        count(member, -1);
    }

    /** A member holds the baseline of this many perks. */
    void begin(int perks) {
        for (int perk = 0; perk < perks; perk++) {
            count(perk, Perk.BASELINE, 1);
        }
    }

    /** Somebody who held the baseline holds this instead. */
    void raise(int perk, int tier) {
        count(perk, Perk.BASELINE, -1);
        count(perk, tier, 1);
    }

    private void count(Member member, int sign) {
        for (int perk = 0; perk < member.privileges().size(); perk++) {
            count(perk, member.privileges().get(perk).tier(), sign);
        }
    }

    private void count(int perk, int tier, int sign) {
        int perks = members.length;
        if (perk >= perks) {
            members = Arrays.copyOf(members, perk + 1);
            Arrays.fill(members, perks, perk + 1, new long[0]);
        }
        if (tier >= members[perk].length) {
            members[perk] = Arrays.copyOf(members[perk], tier + 1);
        }
        members[perk][tier] += sign;
    }
}
