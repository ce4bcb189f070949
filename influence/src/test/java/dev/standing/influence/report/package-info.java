/** Tests of the package of the same name. */
@NullMarked
package dev.standing.influence.report;

import org.jspecify.annotations.NullMarked;
