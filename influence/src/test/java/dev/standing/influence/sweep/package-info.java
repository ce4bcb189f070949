/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.sweep;

import org.jspecify.annotations.NullMarked;
