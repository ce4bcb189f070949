/** What a member holds: good news at once, bad news after a grace period. Pure, without a clock of its own. */
@NullMarked
package dev.standing.privileges.grants;

import org.jspecify.annotations.NullMarked;
