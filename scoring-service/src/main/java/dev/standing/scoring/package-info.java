/** Records become activity, activity becomes a base score, ties carry scores between friends. */
@NullMarked
package dev.standing.scoring;

import org.jspecify.annotations.NullMarked;
