package dev.standing.ingest.admission;

import dev.standing.contracts.identity.PartnerId;

/** How often records of a partner were turned away for a reason. */
public record RefusalCount(PartnerId partner, RefusalReason reason, long times) {}
