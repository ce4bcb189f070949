/** Health with honest meaning. */
@NullMarked
package dev.standing.scoring.health;

import org.jspecify.annotations.NullMarked;
