/** The evaluation of rows: what friends contribute to a member, and the sum of the K strongest. */
@NullMarked
package dev.standing.influence.rows;

import org.jspecify.annotations.NullMarked;
