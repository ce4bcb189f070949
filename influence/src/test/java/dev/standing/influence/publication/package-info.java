/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.publication;

import org.jspecify.annotations.NullMarked;
