/** Newline-delimited JSON of any length in bounded memory: lines in, one outcome a line out, in order. */
@NullMarked
package dev.standing.ingest.lines;

import org.jspecify.annotations.NullMarked;
