/** The kernel against a naive reference, closed forms and the theorems. */
@NullMarked
package dev.standing.influence;

import org.jspecify.annotations.NullMarked;
