package dev.standing.scoring.activity;

import java.util.Set;

/**
 * A member's activity and whose records of it count.
 *
 * @param partners those whom the member lets send records; kept up to date in place
 */
record CountedActivity(Activity activity, Set<String> partners) {
    /** What counts. */
    Activity counted() {
        return activity.of(partners::contains);
    }
}
