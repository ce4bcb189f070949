/** The suite from outside: started by its launcher, found by its stack file, killed in part, stopped. */
@NullMarked
package dev.standing.stack;

import org.jspecify.annotations.NullMarked;
