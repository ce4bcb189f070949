package dev.standing.contracts.event;

/** Anything on the wire. The version comes first in the JSON, so that a reader can refuse what it does not know. */
public sealed interface Event
        permits RecordEvent,
                ConsentEvent,
                TieEvent,
                DisputeEvent,
                PartnerEvent,
                WatermarkEvent,
                ScoreEvent,
                ProgressEvent,
                PrivilegeEvent,
                DeadLetter {

    /** The only version of every event so far. */
    int CURRENT_VERSION = 1;

    int version();
}
