package dev.standing.ingest.consents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Permissions as they stand, and what changes of them before it is written. Each change finds the one before it, so many can
 * be decided over one reading of the table.
 */
final class ConsentBook {
    private final Map<Permission, Consent> current = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Instant now;

    /** @param decided what has been decided of the permissions that this is about */
    ConsentBook(List<Consent> decided, Instant now) {
        decided.forEach(consent ->
                current.put(new Permission(consent.member(), consent.purpose(), consent.partner()), consent));
        this.now = now;
    }

    /** Moves a permission on. What is so already stays as it is, with its version. */
    Consent move(Permission permission, UnaryOperator<ConsentState> transition, @Nullable String evidence) {
        return move(permission, transition.apply(stateOf(permission)), evidence);
    }

    /**
     * Moves all of them, or none.
     *
     * @throws dev.standing.web.problem.ProblemException what the transition throws of any
     */
    void moveAll(List<Permission> permissions, UnaryOperator<ConsentState> transition, String evidence) {
        Map<Permission, ConsentState> next = new LinkedHashMap<>();
        permissions.forEach(permission -> next.put(permission, transition.apply(stateOf(permission))));
        next.forEach((permission, state) -> move(permission, state, evidence));
    }

    private Consent move(Permission permission, ConsentState next, @Nullable String evidence) {
        Consent before = current.get(permission);
        if (before != null && next == stateOf(permission)) {
            return before;
        }
        Consent changed = Consent.of(permission, next, before == null ? 1 : before.version() + 1, now);
        current.put(permission, changed);
        changes.add(new Change(changed, evidence));
        return changed;
    }

    private ConsentState stateOf(Permission permission) {
        Consent consent = current.get(permission);
        if (consent == null) {
            return ConsentState.UNDECIDED;
        }
        return consent.granted() ? ConsentState.GRANTED : ConsentState.WITHDRAWN;
    }

    /** What is to be written. */
    List<Change> changes() {
        return changes;
    }

    /** A consent as it is from now on, and where the member's own word to that can be found. */
    record Change(Consent consent, @Nullable String evidence) {}
}
