/** What the kernel takes of its caller: the scale, ties to be loaded, and what is refused. */
@NullMarked
package dev.standing.influence.input;

import org.jspecify.annotations.NullMarked;
