/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.analysis;

import org.jspecify.annotations.NullMarked;
