/** The suite under test: started by its launcher, killed in part, stopped. */
@NullMarked
package dev.standing.acceptance.suite;

import org.jspecify.annotations.NullMarked;
