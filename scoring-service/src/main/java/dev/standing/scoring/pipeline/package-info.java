/** From a batch of events to published scores, in steps that only the step before makes possible. */
@NullMarked
package dev.standing.scoring.pipeline;

import org.jspecify.annotations.NullMarked;
