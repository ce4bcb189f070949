/** Changed scores on their way out: the journal that is history and outbox in one, and the relay that publishes it. */
@NullMarked
package dev.standing.scoring.publication;

import org.jspecify.annotations.NullMarked;
