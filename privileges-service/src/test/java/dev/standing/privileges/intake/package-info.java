/** Scores and consents come in: one thread, one transaction a batch, memory after the commit. */
@NullMarked
package dev.standing.privileges.intake;

import org.jspecify.annotations.NullMarked;
