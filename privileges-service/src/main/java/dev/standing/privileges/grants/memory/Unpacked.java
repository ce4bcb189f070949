package dev.standing.privileges.grants.memory;

import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member in the midst of being unpacked: items come in any order. */
final class Unpacked {
    long sequence;
    int perks;

    @Nullable
    Facts facts;

    @Nullable
    Long firstDay;

    @Nullable
    Source source;

    private @Nullable Privilege[] held = new Privilege[8];
    private final List<Map.Entry<String, Consent>> consents = new ArrayList<>(4);
    private final List<Map.Entry<String, Dispute>> disputes = new ArrayList<>(0);

    void hold(int perk, Privilege privilege) {
        if (perk >= held.length) {
            held = Arrays.copyOf(held, 2 * perk);
        }
        held[perk] = privilege;
    }

    void consent(String partner, Consent consent) {
        consents.add(Map.entry(partner, consent));
    }

    void dispute(String id, Dispute dispute) {
        disputes.add(Map.entry(id, dispute));
    }

    Member member() {
        return new Member(sequence, facts, firstDay, source, privileges(), map(consents), map(disputes));
    }

    /** None without a score, whatever else is stored. */
    private List<Privilege> privileges() {
        Privilege[] all = new Privilege[perks];
        Privilege baseline = source == null ? null : Packing.baselineSince(source.asOf());
        for (int perk = 0; perk < perks; perk++) {
            Privilege own = perk < held.length ? held[perk] : null;
            all[perk] = own == null ? baseline : own;
        }
        return List.of(all);
    }

    @SuppressWarnings("unchecked") // an array of entries is not of their types
    private static <T> Map<String, T> map(List<Map.Entry<String, T>> entries) {
        return Map.ofEntries(entries.toArray(Map.Entry[]::new));
    }
}
