package dev.standing.ingest.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the relays that there is something to publish, so that they need not wait for their next look. */
@ApplicationScoped
public class RelayNudge {
    private final List<Relay> relays = new CopyOnWriteArrayList<>();

    void register(Relay relay) {
        relays.add(relay);
    }

    public void ledger() {
        nudge(Journal.LEDGER);
    }

    public void consents() {
        nudge(Journal.CONSENTS);
    }

    public void ties() {
        nudge(Journal.TIES);
    }

    private void nudge(Journal journal) {
        for (Relay relay : relays) {
            if (relay.journal() == journal) {
                relay.nudge();
            }
        }
    }
}
