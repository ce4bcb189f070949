package dev.standing.scoring.activity;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The activity of members who were active lately, bounded by the days of activity held. */
final class ActivityCache {
    private static final int FLOOR_OF_MEMBER = 4;

    private final int mostDays;
    private final Map<String, CountedActivity> byMember = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> weightByMember = new LinkedHashMap<>();
    private int days;

    ActivityCache(int mostDays) {
        this.mostDays = mostDays;
    }

    @Nullable
    CountedActivity get(String member) {
        return byMember.get(member);
    }

    /** Keeps, or weighs anew after a change, and drops those not asked for longest. */
    void put(String member, CountedActivity activity) {
        int weight = activity.activity().size() + FLOOR_OF_MEMBER;
        Integer before = weightByMember.put(member, weight);
        byMember.put(member, activity);
        days += weight - (before == null ? 0 : before);
        Iterator<String> eldest = byMember.keySet().iterator();
        while (days > mostDays && eldest.hasNext()) {
            Integer dropped = weightByMember.remove(eldest.next());
            eldest.remove();
            days -= dropped == null ? 0 : dropped;
        }
    }
}
