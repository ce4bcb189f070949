/** The propagation kernel: how scores travel over ties, as a fixed point on flat arrays. */
@NullMarked
package dev.standing.influence;

import org.jspecify.annotations.NullMarked;
