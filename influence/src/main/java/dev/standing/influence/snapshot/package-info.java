/** A settled community in a file, whole or not at all. */
@NullMarked
package dev.standing.influence.snapshot;

import org.jspecify.annotations.NullMarked;
