/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.policy;

import org.jspecify.annotations.NullMarked;
