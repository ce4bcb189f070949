package dev.standing.privileges.grants;

import java.util.List;

/** A member after a judgement, and what changed. */
public record Verdict(Member member, List<Change> changes) {
    public Verdict {
        changes = List.copyOf(changes);
    }
}
