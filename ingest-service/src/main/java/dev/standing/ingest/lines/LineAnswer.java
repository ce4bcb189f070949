package dev.standing.ingest.lines;

import io.smallrye.mutiny.Multi;
import java.time.Duration;

/**
 * An answer that is written while it comes about.
 *
 * @param pieces whole lines each
 * @param patience how long the reader may take for a piece
 */
public record LineAnswer(Multi<byte[]> pieces, Duration patience) {}
