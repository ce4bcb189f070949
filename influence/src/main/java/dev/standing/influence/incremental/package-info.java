/** Changes to a settled community, and how far each has to travel. */
@NullMarked
package dev.standing.influence.incremental;

import org.jspecify.annotations.NullMarked;
