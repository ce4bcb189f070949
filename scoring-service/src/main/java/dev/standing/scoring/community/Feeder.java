package dev.standing.scoring.community;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.influence.InfluenceEngine;
import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.ties.TieChange;

/** Tells the engine of consents and ties as they change. */
public final class Feeder {
    private final Community community;
    private final InfluenceEngine engine;

    public Feeder(Community community) {
        this.community = community;
        this.engine = community.engine();
    }

    /** A consent that changed; only one to ties is the engine's concern. */
    public void tell(ConsentEvent event) {
        if (event.purpose() != Purpose.SOCIAL) {
            return;
        }
        if (event.granted()) {
            engine.grantConsent(idOf(event.member().value()));
        } else {
            engine.withdrawConsent(idOf(event.member().value()));
        }
    }

    /** A tie that changed. */
    public void tell(TieChange change) {
        TieEvent event = change.event();
        int a = idOf(event.a().value());
        int b = idOf(event.b().value());
        switch (event.state()) {
            case ACTIVE -> engine.tie(a, b, event.weight());
            case SEVERED -> {
                if (change.wasActive()) {
                    engine.sever(a, b, EpochDay.of(event.at()));
                } else {
                    engine.remember(a, b, event.weight(), EpochDay.of(event.at()));
                }
            }
        }
    }

    private int idOf(String name) {
        Member member = community.find(name);
        return (member == null ? community.join(name) : member).id;
    }
}
