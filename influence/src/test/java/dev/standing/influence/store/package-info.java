/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.store;

import org.jspecify.annotations.NullMarked;
