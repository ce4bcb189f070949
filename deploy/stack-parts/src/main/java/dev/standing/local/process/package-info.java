/** Processes that end with whoever started them, whatever happens to it. */
@NullMarked
package dev.standing.local.process;

import org.jspecify.annotations.NullMarked;
