/** Base scores against a plain reading of the served scorecard; influence against its promises. */
@NullMarked
package dev.standing.acceptance.scores;

import org.jspecify.annotations.NullMarked;
