/** Ties between friends: of each pair the highest version. */
@NullMarked
package dev.standing.scoring.ties;

import org.jspecify.annotations.NullMarked;
