package dev.standing.privileges.radius;

import dev.standing.privileges.radius.SessionStore.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Running sessions in memory, and which of them are to be told something else. Who could not be told is tried again, each time later. Used by one thread. */
final class Running {
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration SILENCE = Duration.ofDays(1);

    private final Map<SessionKey, State> sessions = new HashMap<>();
    private Instant through = Instant.EPOCH;

    private static final class State {
        private String member = "";
        private String told = "";
        private Instant heardAt = Instant.EPOCH;
        private Instant restsUntil = Instant.EPOCH;
        private int failures;
    }

    /** The last change that is known of. */
    Instant through() {
        return through;
    }

    int size() {
        return sessions.size();
    }

    /** Forgets all: what another process did meanwhile is to be read from the beginning. */
    void reset() {
        sessions.clear();
        through = Instant.EPOCH;
    }

    void take(Iterable<Kept> changed) {
        for (Kept kept : changed) {
            if (kept.changedAt().isAfter(through)) {
                through = kept.changedAt();
            }
            if (kept.ended()) {
                sessions.remove(kept.key());
            } else {
                State state = sessions.computeIfAbsent(kept.key(), key -> new State());
                state.member = kept.member();
                state.told = kept.told();
                state.heardAt = kept.changedAt();
            }
        }
    }

    /** What is to be told, {@code most} at a time. */
    List<Change> due(BiFunction<String, String, Line> lines, int most, Instant now) {
        List<Change> due = new ArrayList<>();
        Iterator<Map.Entry<SessionKey, State>> all = sessions.entrySet().iterator();
        while (all.hasNext() && due.size() < most) {
            Map.Entry<SessionKey, State> each = all.next();
            State state = each.getValue();
            if (state.heardAt.isBefore(now.minus(SILENCE))) {
                all.remove();
            } else if (!now.isBefore(state.restsUntil)) {
                Line line = lines.apply(each.getKey().partner(), state.member);
                if (!line.told().equals(state.told)) {
                    due.add(new Change(each.getKey(), state.member, line));
                }
            }
        }
        return due;
    }

    /** It was told, or could not be. */
    void came(Change change, Outcome outcome, Instant now) {
        State state = sessions.get(change.session());
        if (state == null) {
            return;
        }
        switch (outcome) {
            case ACKNOWLEDGED -> {
                state.told = change.line().told();
                state.failures = 0;
            }
            case NO_SUCH_SESSION -> sessions.remove(change.session());
            case REFUSED, UNANSWERED -> {
                state.restsUntil = now.plus(FIRST_REST.multipliedBy(1L << Math.min(state.failures, MOST_DOUBLINGS)));
                state.failures++;
            }
        }
    }
}
