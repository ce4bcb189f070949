/** What a member holds, judged and kept: good news at once, bad news after a grace period. No clock of its own; only stores ask the database. */
@NullMarked
package dev.standing.privileges.grants;

import org.jspecify.annotations.NullMarked;
