package dev.standing.scoring.pipeline;

import dev.standing.delivery.trace.Traceparent;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.publication.ScoreChange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traces of records that came before the consent which lets them count, so that the first score is linked to them. Kept for as long
 * as the process leads, and of so many members, whoever came last: what is lost is a link and no score. Not thread-safe.
 */
public final class PendingTraces {
    static final int MOST_MEMBERS = 10_000;

    private final Map<String, String> byMember = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_MEMBERS;
        }
    };

    /** Traces of a batch, and of earlier ones where they are told now. Those of whoever has no score yet wait on. */
    Map<String, String> with(Map<String, String> traces, List<ScoreChange> changes, Community community) {
        if (traces.isEmpty() && byMember.isEmpty()) {
            return traces;
        }
        Map<String, String> told = new HashMap<>(traces);
        for (ScoreChange change : changes) {
            String earlier = byMember.remove(change.member());
            if (earlier != null) {
                told.merge(change.member(), earlier, Traceparent::join);
            }
        }
        traces.forEach((name, trace) -> {
            @Nullable Member member = community.find(name);
            if (member == null || !member.isKnown()) {
                byMember.merge(name, trace, Traceparent::join);
            }
        });
        return told;
    }
}
