/** What ingest says on the three topics, read in batches. */
@NullMarked
package dev.standing.scoring.intake;

import org.jspecify.annotations.NullMarked;
