package dev.standing.scoring.activity;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Session;
import dev.standing.scoring.consents.ConsentStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts of members' activity: from memory as far as it is there, else from the database. Not thread-safe. */
public final class CountedActivities {
    private final ActivityCache cache;

    /**
     * Nobody's yet.
     *
     * @param mostDays days of activity kept in memory over all members
     */
    public CountedActivities(int mostDays) {
        cache = new ActivityCache(mostDays);
    }

    /**
     * What counts of members after changes that the database already holds, by name. What is in memory gets the changes too;
     * what is not is read.
     */
    public Map<String, Activity> after(
            Session session, Collection<Delta> deltas, List<ConsentEvent> consents, Collection<String> members) {
        deltas.forEach(this::add);
        consents.forEach(this::consent);
        Map<String, Activity> counted = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String member : members) {
            CountedActivity cached = cache.get(member);
            if (cached == null) {
                missing.add(member);
            } else {
                cache.put(member, cached);
                counted.put(member, cached.counted());
            }
        }
        if (!missing.isEmpty()) {
            load(session, missing).forEach((member, activity) -> {
                cache.put(member, activity);
                counted.put(member, activity.counted());
            });
        }
        return counted;
    }

    /** What counts of members, by name, from the database alone. */
    public static Map<String, Activity> read(Session session, Collection<String> members) {
        Map<String, Activity> counted = new HashMap<>();
        load(session, members).forEach((member, activity) -> counted.put(member, activity.counted()));
        return counted;
    }

    private static Map<String, CountedActivity> load(Session session, Collection<String> members) {
        Map<String, Set<String>> partners = ConsentStore.partnersOf(session, members);
        Map<String, CountedActivity> loaded = new HashMap<>();
        ActivityStore.load(session, members)
                .forEach((member, activity) ->
                        loaded.put(member, new CountedActivity(activity, partners.getOrDefault(member, Set.of()))));
        return loaded;
    }

    private void add(Delta delta) {
        CountedActivity cached = cache.get(delta.member());
        if (cached != null && !cached.activity().add(delta.key(), delta.day(), delta.records(), delta.amountMinor())) {
            cache.drop(delta.member());
        }
    }

    private void consent(ConsentEvent event) {
        CountedActivity cached = cache.get(event.member().value());
        @Nullable PartnerId partner = event.partner();
        if (cached == null || partner == null) {
            return;
        }
        if (event.granted()) {
            cached.partners().add(partner.value());
        } else {
            cached.partners().remove(partner.value());
        }
    }
}
