/** Members, ties and scores on flat arrays, and the evaluation of one row of them. */
@NullMarked
package dev.standing.influence.community;

import org.jspecify.annotations.NullMarked;
