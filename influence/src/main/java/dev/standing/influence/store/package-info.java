/** Members, ties and scores on flat arrays. */
@NullMarked
package dev.standing.influence.store;

import org.jspecify.annotations.NullMarked;
