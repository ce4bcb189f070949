/** The closed vocabulary of what a member can have done, and what may not be known of anybody. */
@NullMarked
package dev.standing.contracts.behaviour;

import org.jspecify.annotations.NullMarked;
