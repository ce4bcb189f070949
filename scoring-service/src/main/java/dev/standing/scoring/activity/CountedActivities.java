package dev.standing.scoring.activity;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Session;
import dev.standing.scoring.activity.ActivityStore.WithPartner;
import dev.standing.scoring.consents.ConsentStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * Adds and writes what records brought, and says what counts of members then, by name.
     *
     * @param deltas of these members alone
     * @param consents that changed, as the database already has them
     */
    public Map<String, Activity> after(
            Session session, Collection<Delta> deltas, List<ConsentEvent> consents, Collection<String> members) {
        consents.forEach(this::consent);
        Map<String, CountedActivity> all = of(session, members);
        ActivityStore.save(session, add(deltas, all));
        Map<String, Activity> counted = HashMap.newHashMap(all.size());
        all.forEach((member, activity) -> {
            cache.put(member, activity);
            counted.put(member, activity.counted());
        });
        return counted;
    }

    /** From memory, or where they are not there read. */
    private Map<String, CountedActivity> of(Session session, Collection<String> members) {
        Map<String, CountedActivity> all = HashMap.newHashMap(members.size());
        List<String> missing = new ArrayList<>();
        for (String member : members) {
            CountedActivity cached = cache.get(member);
            if (cached == null) {
                missing.add(member);
            } else {
                all.put(member, cached);
            }
        }
        if (!missing.isEmpty()) {
            all.putAll(load(session, missing));
        }
        return all;
    }

    /** Says what is another now of whom with which partner. */
    private static List<WithPartner> add(Collection<Delta> deltas, Map<String, CountedActivity> all) {
        Map<String, Set<String>> partners = new LinkedHashMap<>();
        for (Delta delta : deltas) {
            activity(all, delta.member()).add(delta.key(), delta.day(), delta.records(), delta.amountMinor());
            partners.computeIfAbsent(delta.member(), member -> new HashSet<>(2))
                    .add(delta.key().partner());
        }
        List<WithPartner> changed = new ArrayList<>(deltas.size());
        partners.forEach((member, changedPartners) -> changedPartners.forEach(partner -> changed.add(
                new WithPartner(member, partner, activity(all, member).of(partner::equals)))));
        return changed;
    }

    private static Activity activity(Map<String, CountedActivity> all, String member) {
        return Objects.requireNonNull(all.get(member)).activity();
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
