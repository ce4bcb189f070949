/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.rows;

import org.jspecify.annotations.NullMarked;
