package dev.standing.privileges.grants;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Every member, in memory. One thread writes, and only what is committed; any thread reads. While what is stored is read
 * anew, readers see what was known last, so that an outage takes nothing from anybody.
 */
public final class Members {
    private volatile Map<String, Member> byId = new ConcurrentHashMap<>();

    public @Nullable Member find(String id) {
        return byId.get(id);
    }

    public Member get(String id) {
        return byId.getOrDefault(id, Member.UNKNOWN);
    }

    public void put(Map<String, Member> changed) {
        byId.putAll(changed);
    }

    /** Forgets all, and knows these instead, at once. */
    public void replace(Map<String, Member> members) {
        byId = new ConcurrentHashMap<>(members);
    }

    public void forEach(BiConsumer<String, Member> visitor) {
        byId.forEach(visitor);
    }

    public int size() {
        return byId.size();
    }
}
