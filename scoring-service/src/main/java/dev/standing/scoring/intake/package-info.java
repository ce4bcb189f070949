/** The one writer: what is heard on the three topics goes through the pipeline, batch by batch, each in one transaction. */
@NullMarked
package dev.standing.scoring.intake;

import org.jspecify.annotations.NullMarked;
