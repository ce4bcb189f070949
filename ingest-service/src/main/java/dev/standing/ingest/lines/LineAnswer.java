package dev.standing.ingest.lines;

import io.smallrye.mutiny.Multi;

/**
 * An answer that is written while it comes about.
 *
 * @param pieces whole lines each
 */
public record LineAnswer(Multi<byte[]> pieces) {}
