/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.snapshot;

import org.jspecify.annotations.NullMarked;
