package dev.standing.privileges.radius;

import dev.standing.privileges.radius.SessionStore.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Running sessions in memory, and which of them are to be told something else. Each access server has places for changes that are on
 * their way, and one that does not answer has a single one, so that it holds up nobody else's sessions. Who could not be told is tried
 * again, each time later. Used by one thread.
 */
final class Running {
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration SILENCE = Duration.ofDays(1);

    private final Map<SessionKey, State> sessions = new HashMap<>();
    private final Map<Network.Address, Places> places = new HashMap<>();
    private final Set<Change> sent = new HashSet<>();
    private Instant through = Instant.EPOCH;

    private static final class State {
        private String member = "";
        private String told = "";
        private Instant heardAt = Instant.EPOCH;
        private Instant restsUntil = Instant.EPOCH;
        private int failures;
        private boolean onTheWay;
    }

    /** Of one access server. */
    private static final class Places {
        private static final int MOST = 256;

        private boolean silent;
        private int taken;
        private boolean wanted;

        int most() {
            return silent ? 1 : MOST;
        }
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
        places.clear();
        sent.clear();
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

    /** What is to be told now, as far as access servers have room; it is on its way until it {@linkplain #came came}. */
    List<Change> due(BiFunction<String, String, Line> lines, Instant now) {
        places.values().forEach(each -> each.wanted = false);
        List<Change> due = new ArrayList<>();
        Iterator<Map.Entry<SessionKey, State>> all = sessions.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<SessionKey, State> each = all.next();
            State state = each.getValue();
            if (state.heardAt.isBefore(now.minus(SILENCE))) {
                all.remove();
            } else if (!state.onTheWay && !now.isBefore(state.restsUntil)) {
                Line line = lines.apply(each.getKey().partner(), state.member);
                if (!line.told().equals(state.told)) {
                    send(new Change(each.getKey(), state.member, line), state, due);
                }
            }
        }
        return due;
    }

    private void send(Change change, State state, List<Change> due) {
        Places room = places.computeIfAbsent(server(change), address -> new Places());
        if (room.taken >= room.most()) {
            room.wanted = true;
        } else if (sent.add(change)) {
            room.taken++;
            state.onTheWay = true;
            due.add(change);
        }
    }

    /** Whether a server has room again, half of it at least, for what it had none for. */
    boolean isMoreDue() {
        return places.values().stream().anyMatch(each -> each.wanted && each.taken <= each.most() / 2);
    }

    /** It was told, or could not be. What was sent before all was forgotten is not looked at. */
    void came(Change change, Outcome outcome, Instant now) {
        Places room = places.get(server(change));
        if (room == null || !sent.remove(change)) {
            return;
        }
        room.taken--;
        room.silent = outcome == Outcome.UNANSWERED;
        State state = sessions.get(change.session());
        if (state == null) {
            return;
        }
        state.onTheWay = false;
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

    private static Network.Address server(Change change) {
        SessionKey session = change.session();
        return new Network.Address(session.partner(), session.server());
    }
}
