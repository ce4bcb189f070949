/** What every journal of ingest needs: its lock, and statements over many rows in one session. */
@NullMarked
package dev.standing.ingest.journal;

import org.jspecify.annotations.NullMarked;
