/** What a score is made of: the scale, its bands, and the points of each dimension. */
@NullMarked
package dev.standing.contracts.score;

import org.jspecify.annotations.NullMarked;
