package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;

/** Whose disputes are asked for. */
sealed interface Viewer {
    /** Sees everybody's. */
    record Operator() implements Viewer {}

    /** Sees those of one member, as that member does. */
    record Member(MemberId id) implements Viewer {}

    /** Sees those of its own records whose members show themselves to it now. */
    record Partner(PartnerId id) implements Viewer {}
}
