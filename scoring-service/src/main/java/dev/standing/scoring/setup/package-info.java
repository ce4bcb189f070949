/** What is the same for the whole service: the clock and what an operator can set. */
@NullMarked
package dev.standing.scoring.setup;

import org.jspecify.annotations.NullMarked;
