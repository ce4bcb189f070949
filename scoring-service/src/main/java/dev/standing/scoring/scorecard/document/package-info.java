/** The scorecard as it is written and served, and the checks that it must pass before anybody is scored by it. */
@NullMarked
package dev.standing.scoring.scorecard.document;

import org.jspecify.annotations.NullMarked;
