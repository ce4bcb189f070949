package dev.standing.scoring.partners;

import dev.standing.contracts.event.PartnerEvent;
import dev.standing.database.Session;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Of each partner of whom it is known the least share of wrong records, in memory. Used by the writer's thread. */
public final class Figures {
    private Map<String, Integer> byPartner;

    private Figures(Map<String, Integer> byPartner) {
        this.byPartner = byPartner;
    }

    public static Figures load(Session session) {
        return new Figures(FigureStore.load(session));
    }

    /** Takes over what is news, inside a transaction. */
    public void apply(Session session, List<PartnerEvent> events) {
        if (!events.isEmpty()) {
            FigureStore.apply(session, events);
            byPartner = FigureStore.load(session);
        }
    }

    /** In basis points. */
    public Map<String, Integer> byPartner() {
        return Collections.unmodifiableMap(byPartner);
    }
}
