/** Scores, consents and disputes come in: what the one writer does with them, memory after the commit. */
@NullMarked
package dev.standing.privileges.intake;

import org.jspecify.annotations.NullMarked;
