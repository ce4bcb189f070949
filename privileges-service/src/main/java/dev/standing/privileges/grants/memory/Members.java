package dev.standing.privileges.grants.memory;

import dev.standing.privileges.grants.Member;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Every member, in memory, packed ({@link MemberTable}). One thread writes, and only what is committed; any thread reads. While what is stored
 * is read anew, readers see what was known last, so that an outage takes nothing from anybody.
 */
public final class Members {
    private volatile MemberTable table = new MemberTable(0);

    public @Nullable Member find(String id) {
        return table.find(id);
    }

    public Member get(String id) {
        Member member = table.find(id);
        return member == null ? Member.UNKNOWN : member;
    }

    public void put(Map<String, Member> changed) {
        changed.forEach(table::put);
    }

    /** Takes what was read: in the place of all, or of those that have changed since the last reading. */
    public void take(MemberStore.Stored stored) {
        if (stored.isAll()) {
            table = stored.members();
        } else {
            stored.members().forEach(table::put);
        }
    }

    /** All ids as of now, of whom each may have changed when they are looked at. */
    public Iterator<String> ids() {
        return table.names();
    }

    /** Those with an announced end. For the thread that writes. */
    public void forEachEnding(BiConsumer<String, Member> visitor) {
        table.forEachEnding(visitor);
    }

    /** How many hold a tier of a perk. For the thread that writes. */
    public long holding(int perk, int tier) {
        return table.holding(perk, tier);
    }

    public int size() {
        return table.size();
    }
}
