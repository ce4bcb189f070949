/** What scoring says: changed scores, over the journal that is history and outbox in one, and how far records are scored. */
@NullMarked
package dev.standing.scoring.publication;

import org.jspecify.annotations.NullMarked;
