/** Nothing acknowledged is lost and nothing counts twice, whatever is killed. */
@NullMarked
package dev.standing.acceptance.crash;

import org.jspecify.annotations.NullMarked;
