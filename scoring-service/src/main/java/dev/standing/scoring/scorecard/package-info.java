/** The policy that turns a member's activity into points, and the evaluation from which every figure shown comes. */
@NullMarked
package dev.standing.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
