/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.community;

import org.jspecify.annotations.NullMarked;
