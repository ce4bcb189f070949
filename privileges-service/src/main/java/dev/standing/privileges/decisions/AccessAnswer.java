package dev.standing.privileges.decisions;

import dev.standing.privileges.decisions.DecisionView.AskedFor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who asked about a member, oldest first.
 *
 * @param more whether there is more than an answer holds; ask again from the last one's {@code at}
 */
@Schema(name = "AccessLog", examples = """
                {"member":"m-1","more":false,"accesses":[{"at":"2026-11-01T10:00:02.400Z","partner":"acme",
                 "check":"019ac4a8-6e3b-7d21-9c55-0f4b6f6a7b11","perk":"bike-hire","context":{},"allowed":true}]}
                """)
record AccessAnswer(String member, List<Access> accesses, boolean more) {
    /** Most in one answer. */
    static final int MOST = 1_000;

    /** One check. */
    @Schema(name = "Access")
    record Access(Instant at, String partner, UUID check, String perk, AskedFor context, boolean allowed) {
        static Access of(Decision decision) {
            return new Access(
                    decision.at(),
                    decision.partner(),
                    decision.id(),
                    decision.perk(),
                    AskedFor.of(decision),
                    decision.allowed());
        }
    }

    static AccessAnswer of(String member, List<Decision> found) {
        boolean more = found.size() > MOST;
        return new AccessAnswer(
                member, found.stream().limit(MOST).map(Access::of).toList(), more);
    }
}
