package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ActivityCacheTest {
    private static CountedActivity days(int days) {
        Activity activity = new Activity();
        for (int day = 0; day < days; day++) {
            activity.add(new SeriesKey("p", "purchase", "other", "USD"), day, 1, 1);
        }
        return new CountedActivity(activity, new HashSet<>());
    }

    @Test
    void memberNotAskedForLongestIsDroppedFirst() {
        // Given room for two members of six days each, with four for the member itself
        ActivityCache cache = new ActivityCache(20);
        cache.put("a", days(6));
        cache.put("b", days(6));
        assertThat(cache.get("a")).isNotNull();

        // When
        cache.put("c", days(6));

        // Then
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isNotNull();
        assertThat(cache.get("c")).isNotNull();
    }

    @Test
    void memberWhoGrowsWeighsMore() {
        ActivityCache cache = new ActivityCache(20);
        CountedActivity a = days(6);
        cache.put("a", a);
        cache.put("b", days(6));

        a.activity().add(new SeriesKey("p", "purchase", "other", "USD"), 99, 1, 1);
        cache.put("a", a);

        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isSameAs(a);
    }
}
